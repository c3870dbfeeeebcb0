import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CodeAction } from 'vscode-languageserver';
import type { TestClient } from '../../support/lsp/client.ts';
import { edited, editsByFile } from '../../support/lsp/edits.ts';
import { fakeWorkspace } from '../../support/lsp/fake-workspace.ts';
import { actionsIn, fixesIn, resolved } from '../../support/lsp/requests.ts';
import { only } from '../../support/only.ts';

test('a fix is offered where its finding is, preferred, with the diagnostic and without its edit', async (t) => {
  const { client, uri } = await fakeWorkspace(t, { 'mesh.yaml': 'MESH' });
  await client.open(uri('values.yaml'), 'a: 1\nb: BYPASS\n');
  const { diagnostics } = await client.publishedThat(uri('values.yaml'), (items) => items.length === 1);
  const action = only(await fixesIn(client, uri('values.yaml')));
  assert.equal(action.title, 'Cure');
  assert.equal(action.kind, 'quickfix');
  assert.equal(action.isPreferred, true);
  assert.deepEqual(action.diagnostics, diagnostics);
  assert.equal(action.edit, undefined);
  const elsewhere = { start: { line: 0, character: 0 }, end: { line: 0, character: 2 } };
  assert.deepEqual(await actionsIn(client, uri('values.yaml'), {}, elsewhere), []);
});

test('the edit comes with the resolving, for the newest text and its version', async (t) => {
  const { client, uri } = await fakeWorkspace(t, { 'mesh.yaml': 'MESH' });
  await client.open(uri('values.yaml'), 'b: BYPASS\n');
  const action = only(await fixesIn(client, uri('values.yaml')));
  await client.change(uri('values.yaml'), 'b', '# above\nb');
  const { edit } = await resolved(client, action);
  const change = only(edit?.documentChanges ?? []);
  assert.ok('textDocument' in change);
  assert.deepEqual(change.textDocument, { uri: uri('values.yaml'), version: 2 });
  const edits = editsByFile(edit).get(uri('values.yaml')) ?? [];
  assert.equal(edited(client.text(uri('values.yaml')), edits), '# above\nb: CURED\n');
});

test('a client that cannot resolve gets the edit at once, one without versions plain changes', async (t) => {
  const options = { without: ['resolve', 'versions'] } as const;
  const { client, uri } = await fakeWorkspace(t, { 'mesh.yaml': 'MESH' }, options);
  await client.open(uri('values.yaml'), 'b: BYPASS BYPASS?\n');
  const action = only(await fixesIn(client, uri('values.yaml')));
  assert.equal(action.edit?.documentChanges, undefined);
  const edits = editsByFile(action.edit).get(uri('values.yaml')) ?? [];
  assert.equal(edited(client.text(uri('values.yaml')), edits), 'b: CURED BYPASS?\n');
});

test('a fix that cannot be made says why', async (t) => {
  const { client, uri } = await fakeWorkspace(t, { 'mesh.yaml': 'MESH' });
  await client.open(uri('values.yaml'), 'BYPASS?');
  const action = await resolved(client, only(await fixesIn(client, uri('values.yaml'))));
  assert.equal(action.edit, undefined);
  assert.deepEqual(client.messages, ['It cannot be done.']);
});

test('a fix whose finding is gone says so', async (t) => {
  const { client, uri } = await fakeWorkspace(t, { 'mesh.yaml': 'MESH' });
  await client.open(uri('values.yaml'), 'BYPASS');
  const action = only(await fixesIn(client, uri('values.yaml')));
  await client.change(uri('values.yaml'), 'BYPASS', 'x');
  assert.equal((await resolved(client, action)).edit, undefined);
  assert.deepEqual(client.messages, ['The finding is gone; there is nothing left to fix.']);
});

test('fix-all comes only when it is asked for, and mends all that can be mended', async (t) => {
  const { client, uri } = await fakeWorkspace(t, { 'mesh.yaml': 'MESH' });
  await client.open(uri('values.yaml'), 'a: BYPASS\nb: BYPASS?\nc: BYPASS\n');
  const usual = await fixesIn(client, uri('values.yaml'));
  assert.deepEqual(
    usual.map(({ kind }) => kind),
    ['quickfix', 'quickfix', 'quickfix'],
  );
  for (const asked of ['source', 'source.fixAll', 'source.fixAll.ciliumMeshLint']) {
    const action = only(await actionsIn(client, uri('values.yaml'), { only: [asked] }));
    assert.equal(action.kind, 'source.fixAll.ciliumMeshLint');
    const edits = editsByFile((await resolved(client, action)).edit).get(uri('values.yaml')) ?? [];
    assert.equal(edited(client.text(uri('values.yaml')), edits), 'a: CURED\nb: BYPASS?\nc: CURED\n');
  }
  assert.deepEqual(await actionsIn(client, uri('values.yaml'), { only: ['source.organizeImports'] }), []);
  assert.deepEqual(await actionsIn(client, uri('values.yaml'), { only: ['refactor'] }), []);
});

test('fix-all leaves the findings as they are until its edit is applied', async (t) => {
  const { client, uri } = await fakeWorkspace(t, { 'mesh.yaml': 'MESH' });
  await client.open(uri('values.yaml'), 'BYPASS');
  const fixAll = only(await actionsIn(client, uri('values.yaml'), { only: ['source.fixAll'] }));
  await resolved(client, fixAll);
  assert.equal((await fixesIn(client, uri('values.yaml'))).length, 1);
});

test('fix-all is not offered where there is nothing to fix', async (t) => {
  const { client, uri } = await fakeWorkspace(t, { 'mesh.yaml': 'MESH' });
  await client.open(uri('values.yaml'), 'fine');
  assert.deepEqual(await actionsIn(client, uri('values.yaml'), { only: ['source.fixAll'] }), []);
});

test('all fixes of a rule can be made in a file, and in the workspace once the user has seen them', async (t) => {
  const files = { 'mesh.yaml': 'MESH', 'other.yaml': 'BYPASS' };
  const { client, uri } = await fakeWorkspace(t, files, { without: ['untickedIfAsking'] });
  await client.open(uri('values.yaml'), 'a: BYPASS\nb: BYPASS\n');
  const offered = await actionsIn(client, uri('values.yaml'));
  const choose = (title: string) =>
    resolved(client, only(offered.filter((action) => action.title === title)));

  const inFile = await choose('Fix all socket-lb-bypasses-mesh in this file');
  assert.deepEqual([...editsByFile(inFile.edit).keys()], [uri('values.yaml')]);
  assert.equal(inFile.edit?.changeAnnotations, undefined);

  const everywhere = await choose('Fix all socket-lb-bypasses-mesh in the workspace');
  assert.deepEqual([...editsByFile(everywhere.edit).keys()].sort(), [uri('other.yaml'), uri('values.yaml')]);
  const annotation = only(Object.values(everywhere.edit?.changeAnnotations ?? {}));
  assert.equal(annotation.needsConfirmation, true);
});

test('where a preview leaves out whatever asks for it, something that does nothing asks for it', async (t) => {
  const files = { 'mesh.yaml': 'MESH', 'other.yaml': 'BYPASS' };
  const { client, uri } = await fakeWorkspace(t, files);
  await client.open(uri('values.yaml'), 'a: BYPASS\n');
  const title = 'Fix all socket-lb-bypasses-mesh in the workspace';
  const offered = await actionsIn(client, uri('values.yaml'));
  const { edit } = await resolved(client, only(offered.filter((action) => action.title === title)));
  const asks = (id: string | undefined): boolean =>
    id !== undefined && edit?.changeAnnotations?.[id]?.needsConfirmation === true;
  const [nothing, ...changes] = edit?.documentChanges ?? [];
  assert.ok(nothing !== undefined && 'kind' in nothing && nothing.kind === 'create', 'makes a file');
  assert.deepEqual(nothing.options, { ignoreIfExists: true });
  assert.ok([uri('other.yaml'), uri('values.yaml')].includes(nothing.uri), 'that is there');
  assert.ok(asks(nothing.annotationId));
  assert.equal(changes.length, 2);
  for (const change of changes) {
    assert.ok('textDocument' in change);
    for (const item of change.edits) {
      assert.ok('annotationId' in item && !asks(item.annotationId));
    }
  }
});

test('what is alone is not offered to be fixed with others', async (t) => {
  const { client, uri } = await fakeWorkspace(t, { 'mesh.yaml': 'MESH' }, { without: ['commands'] });
  await client.open(uri('values.yaml'), 'a: BYPASS\n');
  const titles = (await actionsIn(client, uri('values.yaml'))).map(({ title }) => title);
  assert.deepEqual(titles, [
    'Cure',
    'Suppress socket-lb-bypasses-mesh on this line',
    'Suppress socket-lb-bypasses-mesh in this file',
    'Suppress socket-lb-bypasses-mesh for this file in .cilium-mesh-lint.yaml',
  ]);
});

test('the page of a rule is offered to a client that can open it', async (t) => {
  const { client, uri } = await fakeWorkspace(t, { 'mesh.yaml': 'MESH' });
  await client.open(uri('values.yaml'), 'a: BYPASS\n');
  const last = (await actionsIn(client, uri('values.yaml'))).at(-1);
  assert.deepEqual(last?.command, {
    title: 'Explain socket-lb-bypasses-mesh',
    command: 'ciliumMeshLint.explainRule',
    arguments: ['socket-lb-bypasses-mesh'],
  });
});

test('a rule is suppressed by a comment, on its line or in its file', async (t) => {
  const { client, uri } = await fakeWorkspace(t, { 'mesh.yaml': 'MESH' });
  await client.open(uri('values.yaml'), 'a:\n  b: BYPASS\n');
  const offered = await actionsIn(client, uri('values.yaml'));
  const textAfter = async (title: RegExp): Promise<string> => {
    const { edit } = await resolved(client, only(offered.filter((action) => title.test(action.title))));
    return edited(client.text(uri('values.yaml')), editsByFile(edit).get(uri('values.yaml')) ?? []);
  };
  assert.equal(
    await textAfter(/on this line/),
    'a:\n  # cilium-mesh-lint-ignore-next-line socket-lb-bypasses-mesh: reason\n  b: BYPASS\n',
  );
  assert.equal(
    await textAfter(/Suppress .* in this file/),
    '# cilium-mesh-lint-ignore-file socket-lb-bypasses-mesh: reason\na:\n  b: BYPASS\n',
  );
});

test('pictures of how calls travel are offered with what they show', async (t) => {
  const { client, uri } = await fakeWorkspace(t, { 'mesh.yaml': 'MESH' });
  await client.open(uri('values.yaml'), 'a: BYPASS\n');
  const action = (await actionsIn(client, uri('values.yaml'))).find(
    ({ title }) => title === 'Show how calls travel',
  );
  assert.equal(action?.command?.command, 'ciliumMeshLint.showTrafficPath');
});

test('a rule is suppressed in a new configuration, which is then shown', async (t) => {
  const { client, uri } = await fakeWorkspace(t, { 'mesh.yaml': 'MESH' });
  await client.open(uri('lab/values.yaml'), 'a: BYPASS\n');
  const offer = only(await configuring(client, uri('lab/values.yaml')));
  const configuration = uri('.cilium-mesh-lint.yaml');
  assert.deepEqual(offer.command?.arguments, [configuration, 'reason']);
  const { edit } = await resolved(client, offer);
  const [created] = edit?.documentChanges ?? [];
  assert.deepEqual(created, { kind: 'create', uri: configuration, options: { ignoreIfExists: true } });
  assert.equal(
    edited('', editsByFile(edit).get(configuration) ?? []),
    'suppressions:\n  - rule: socket-lb-bypasses-mesh\n    include:\n      - lab/values.yaml\n    reason: reason\n',
  );
});

test('a rule is suppressed in the configuration that is nearest, after what stands there', async (t) => {
  const before = '# ours\nkernel: "5.15"\n';
  const files = { 'mesh.yaml': 'MESH', '.cilium-mesh-lint.yaml': '', 'lab/.cilium-mesh-lint.yml': before };
  const { client, uri } = await fakeWorkspace(t, files);
  await client.open(uri('lab/a/values.yaml'), 'a: BYPASS\n');
  const { edit } = await resolved(client, only(await configuring(client, uri('lab/a/values.yaml'))));
  assert.equal(
    edited(before, editsByFile(edit).get(uri('lab/.cilium-mesh-lint.yml')) ?? []),
    `${before}suppressions:\n  - rule: socket-lb-bypasses-mesh\n    include:\n      - a/values.yaml\n    reason: reason\n`,
  );
});

test('a configuration is not offered where it could not be written', async (t) => {
  const broken = await fakeWorkspace(t, { 'mesh.yaml': 'MESH', '.cilium-mesh-lint.yaml': 'a: {' });
  await broken.client.open(broken.uri('values.yaml'), 'a: BYPASS\n');
  assert.deepEqual(await configuring(broken.client, broken.uri('values.yaml')), []);
  const old = await fakeWorkspace(t, { 'mesh.yaml': 'MESH' }, { without: ['creation'] });
  await old.client.open(old.uri('values.yaml'), 'a: BYPASS\n');
  assert.deepEqual(await configuring(old.client, old.uri('values.yaml')), []);
});

async function configuring(client: TestClient, file: string): Promise<readonly CodeAction[]> {
  const actions = await actionsIn(client, file);
  return actions.filter(({ title }) => title.endsWith('in .cilium-mesh-lint.yaml'));
}

test('an action that is not of ours is given back as it came', async (t) => {
  const { client, uri } = await fakeWorkspace(t, { 'mesh.yaml': 'MESH' });
  await client.open(uri('values.yaml'), 'BYPASS');
  for (const data of [
    undefined,
    7,
    { uri: 3 },
    { uri: uri('values.yaml'), kind: 'suppress', rule: 'none' },
  ]) {
    assert.equal((await resolved(client, { title: 'Mine', data })).edit, undefined);
  }
});
