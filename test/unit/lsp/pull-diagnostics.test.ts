import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  CancellationTokenSource,
  LSPErrorCodes,
  ResponseError,
  WorkspaceDiagnosticRequest,
} from 'vscode-languageserver/node';
import { fakeWorkspace } from '../../support/lsp/fake-workspace.ts';
import { counts, pull, pullWorkspace, resultIds } from '../../support/lsp/requests.ts';

const files = { 'mesh.yaml': 'MESH', 'values.yaml': 'BYPASS', 'other.yaml': 'BYPASS BYPASS' };

test('a client that asks gets nothing sent', async (t) => {
  const { client, uri } = await fakeWorkspace(t, files, { flavour: 'pull' });
  await client.open(uri('values.yaml'), 'BYPASS');
  await pull(client, uri('values.yaml'));
  assert.equal(client.published.size, 0);
  assert.deepEqual(client.initialized.capabilities.diagnosticProvider, {
    identifier: 'cilium-mesh-lint',
    interFileDependencies: true,
    workspaceDiagnostics: true,
  });
});

test('a document is answered for its newest text, also at once behind a change', async (t) => {
  const { client, uri } = await fakeWorkspace(t, files, { flavour: 'pull' });
  await client.open(uri('values.yaml'), 'BYPASS');
  void client.change(uri('values.yaml'), 'BYPASS', 'BYPASS BYPASS');
  const report = await pull(client, uri('values.yaml'));
  assert.ok(report.kind === 'full');
  assert.equal(report.items.length, 2);
});

test('the first answer waits until the workspace has been read: evidence may stand in any file', async (t) => {
  const { client, uri } = await fakeWorkspace(t, { 'z/mesh.yaml': 'MESH' }, { flavour: 'pull' });
  await client.open(uri('values.yaml'), 'BYPASS');
  const report = await pull(client, uri('values.yaml'));
  assert.ok(report.kind === 'full');
  assert.equal(report.items.length, 1);
});

test('an unchanged document is answered as such, a changed one in full although its items are the same', async (t) => {
  const { client, uri } = await fakeWorkspace(t, files, { flavour: 'pull' });
  await client.open(uri('values.yaml'), 'BYPASS');
  const first = await pull(client, uri('values.yaml'));
  const second = await pull(client, uri('values.yaml'), first.resultId);
  assert.deepEqual(second, { kind: 'unchanged', resultId: first.resultId });
  await client.change(uri('values.yaml'), 'BYPASS', 'BYPASS ');
  const third = await pull(client, uri('values.yaml'), first.resultId);
  assert.equal(third.kind, 'full');
});

test('a closed file can be asked for', async (t) => {
  const { client, uri } = await fakeWorkspace(t, files, { flavour: 'pull' });
  const report = await pull(client, uri('other.yaml'));
  assert.ok(report.kind === 'full');
  assert.equal(report.items.length, 2);
});

test('the workspace answers for closed and open files, with versions for the open ones', async (t) => {
  const { client, uri } = await fakeWorkspace(t, files, { flavour: 'pull' });
  await client.open(uri('values.yaml'), 'BYPASS', 5);
  const report = await pullWorkspace(client);
  assert.deepEqual(counts(report), { 'values.yaml': 1, 'other.yaml': 2 });
  assert.equal(report.items.find((item) => item.uri === uri('values.yaml'))?.version, 5);
  assert.equal(report.items.find((item) => item.uri === uri('other.yaml'))?.version, null);
});

test('a document and the workspace share result ids, so that neither repeats the other', async (t) => {
  const { client, uri } = await fakeWorkspace(t, files, { flavour: 'pull' });
  await client.open(uri('values.yaml'), 'BYPASS');
  const { resultId } = await pull(client, uri('values.yaml'));
  const report = await pullWorkspace(client, [{ uri: uri('values.yaml'), value: resultId ?? '' }]);
  assert.deepEqual(counts(report), { 'values.yaml': 'unchanged', 'other.yaml': 2 });
});

test('a second workspace request is held until something changes, and then tells only what', async (t) => {
  const { client, uri } = await fakeWorkspace(t, files, { flavour: 'pull' });
  const first = await pullWorkspace(client);
  const second = pullWorkspace(client, resultIds(first));
  assert.equal(await Promise.race([second, sleep(400, 'held')]), 'held');
  await client.open(uri('other.yaml'), 'BYPASS');
  assert.deepEqual(counts(await second), { 'values.yaml': 'unchanged', 'other.yaml': 1 });
});

test('findings that are gone are told as an empty list, once', async (t) => {
  const { client, uri } = await fakeWorkspace(t, files, { flavour: 'pull' });
  const first = await pullWorkspace(client);
  await client.open(uri('mesh.yaml'), 'none');
  const second = await pullWorkspace(client, resultIds(first));
  assert.deepEqual(counts(second), { 'values.yaml': 0, 'other.yaml': 0 });
  assert.deepEqual(resultIds(second), []);
  const third = pullWorkspace(client, []);
  assert.equal(await Promise.race([third, sleep(300, 'held')]), 'held');
  await client.change(uri('mesh.yaml'), 'none', 'MESH');
  assert.deepEqual(counts(await third), { 'values.yaml': 1, 'other.yaml': 2 });
});

test('a workspace without findings is answered once, then held', async (t) => {
  const { client } = await fakeWorkspace(t, { 'a.yaml': '' }, { flavour: 'pull' });
  assert.deepEqual(await pullWorkspace(client), { items: [] });
  assert.equal(await Promise.race([pullWorkspace(client), sleep(300, 'held')]), 'held');
});

test('closing a document ends a held request: the client has forgotten what it knew of it', async (t) => {
  const { client, uri } = await fakeWorkspace(t, files, { flavour: 'pull' });
  await client.open(uri('values.yaml'), 'BYPASS');
  await pull(client, uri('values.yaml'));
  const first = await pullWorkspace(client);
  const second = pullWorkspace(client, resultIds(first));
  await sleep(200);
  await client.close(uri('values.yaml'));
  assert.deepEqual(counts(await second), { 'values.yaml': 'unchanged', 'other.yaml': 'unchanged' });
});

test('open documents are asked for again when a change elsewhere concerns them, and only then', async (t) => {
  const { client, uri } = await fakeWorkspace(t, files, { flavour: 'pull' });
  await client.open(uri('values.yaml'), 'BYPASS');
  await client.open(uri('mesh.yaml'), 'MESH');
  await pull(client, uri('values.yaml'));
  await pull(client, uri('mesh.yaml'));
  await client.change(uri('values.yaml'), 'BYPASS', 'BYPASS BYPASS');
  await pull(client, uri('values.yaml'));
  assert.equal(client.refreshes(), 0);
  await client.change(uri('mesh.yaml'), 'MESH', 'none');
  await pull(client, uri('mesh.yaml'));
  await sleep(20);
  assert.equal(client.refreshes(), 1);
  const report = await pull(client, uri('values.yaml'));
  assert.ok(report.kind === 'full');
  assert.deepEqual(report.items, []);
});

test('a cancelled request is answered as cancelled', async (t) => {
  const { client } = await fakeWorkspace(t, files, { flavour: 'pull' });
  const first = await pullWorkspace(client);
  const source = new CancellationTokenSource();
  const held = client.connection.sendRequest(
    WorkspaceDiagnosticRequest.type,
    { previousResultIds: resultIds(first) },
    source.token,
  );
  setTimeout(() => source.cancel(), 200);
  await assert.rejects(
    held,
    (error) => error instanceof ResponseError && error.code === LSPErrorCodes.RequestCancelled,
  );
});
