import assert from 'node:assert/strict';
import { test } from 'node:test';
import { edited, editsByFile } from '../../support/lsp/edits.ts';
import { fakeWorkspace } from '../../support/lsp/fake-workspace.ts';
import { actionsIn, resolved } from '../../support/lsp/requests.ts';
import { only } from '../../support/only.ts';

test('a fix is offered where its finding is, preferred, with the diagnostic and without its edit', async (t) => {
  const { client, uri } = await fakeWorkspace(t, { 'mesh.yaml': 'MESH' });
  await client.open(uri('values.yaml'), 'a: 1\nb: BYPASS\n');
  const { diagnostics } = await client.publishedThat(uri('values.yaml'), (items) => items.length === 1);
  const action = only(await actionsIn(client, uri('values.yaml')));
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
  const action = only(await actionsIn(client, uri('values.yaml')));
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
  const action = only(await actionsIn(client, uri('values.yaml')));
  assert.equal(action.edit?.documentChanges, undefined);
  const edits = editsByFile(action.edit).get(uri('values.yaml')) ?? [];
  assert.equal(edited(client.text(uri('values.yaml')), edits), 'b: CURED BYPASS?\n');
});

test('a fix that cannot be made says why', async (t) => {
  const { client, uri } = await fakeWorkspace(t, { 'mesh.yaml': 'MESH' });
  await client.open(uri('values.yaml'), 'BYPASS?');
  const action = await resolved(client, only(await actionsIn(client, uri('values.yaml'))));
  assert.equal(action.edit, undefined);
  assert.deepEqual(client.messages, ['It cannot be done.']);
});

test('a fix whose finding is gone says so', async (t) => {
  const { client, uri } = await fakeWorkspace(t, { 'mesh.yaml': 'MESH' });
  await client.open(uri('values.yaml'), 'BYPASS');
  const action = only(await actionsIn(client, uri('values.yaml')));
  await client.change(uri('values.yaml'), 'BYPASS', 'x');
  assert.equal((await resolved(client, action)).edit, undefined);
  assert.deepEqual(client.messages, ['The finding is gone; there is nothing left to fix.']);
});

test('fix-all comes only when it is asked for, and mends all that can be mended', async (t) => {
  const { client, uri } = await fakeWorkspace(t, { 'mesh.yaml': 'MESH' });
  await client.open(uri('values.yaml'), 'a: BYPASS\nb: BYPASS?\nc: BYPASS\n');
  const usual = await actionsIn(client, uri('values.yaml'));
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
  assert.equal((await actionsIn(client, uri('values.yaml'))).length, 1);
});

test('fix-all is not offered where there is nothing to fix', async (t) => {
  const { client, uri } = await fakeWorkspace(t, { 'mesh.yaml': 'MESH' });
  await client.open(uri('values.yaml'), 'fine');
  assert.deepEqual(await actionsIn(client, uri('values.yaml'), { only: ['source.fixAll'] }), []);
});
