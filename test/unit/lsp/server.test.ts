import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HoverRequest, InitializeRequest, ResponseError, ShutdownRequest } from 'vscode-languageserver/node';
import { statisticsRequest } from '../../../server/src/lsp/statistics.ts';
import { fakeWorkspace } from '../../support/lsp/fake-workspace.ts';

test('the server says what it offers', async (t) => {
  const { client } = await fakeWorkspace(t, {});
  assert.deepEqual(client.initialized, {
    serverInfo: { name: 'cilium-mesh-lint' },
    capabilities: {
      positionEncoding: 'utf-16',
      textDocumentSync: { openClose: true, change: 2 },
      hoverProvider: true,
      completionProvider: { triggerCharacters: [' ', '.', '/', '='], resolveProvider: true },
      definitionProvider: true,
      referencesProvider: true,
      documentLinkProvider: {},
      codeLensProvider: { resolveProvider: true },
      inlayHintProvider: true,
      documentSymbolProvider: { label: 'Cilium Mesh Lint' },
      workspaceSymbolProvider: true,
      codeActionProvider: {
        codeActionKinds: ['quickfix', 'source.fixAll.ciliumMeshLint'],
        resolveProvider: true,
      },
      workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    },
  });
});

test('a hover speaks of the key under the pointer, in a form that the client shows', async (t) => {
  for (const [without, kind] of [
    [[], 'markdown'],
    [['markdown'], 'plaintext'],
  ] as const) {
    const { client, uri } = await fakeWorkspace(t, {}, { without });
    await client.open(uri('values.yaml'), 'a: 1\nb: BYPASS\n');
    const textDocument = { uri: uri('values.yaml') };
    const hover = await client.connection.sendRequest(HoverRequest.type, {
      textDocument,
      position: { line: 1, character: 4 },
    });
    assert.deepEqual(hover, {
      contents: { kind, value: '**Bypass**' },
      range: { start: { line: 1, character: 3 }, end: { line: 1, character: 9 } },
    });
    const nothing = { textDocument, position: { line: 0, character: 0 } };
    assert.equal(await client.connection.sendRequest(HoverRequest.type, nothing), null);
  }
});

test('the workspace is read under progress, once', async (t) => {
  const { client } = await fakeWorkspace(t, { 'a.yaml': '', 'b.yaml': '' });
  await client.ready();
  assert.equal(client.progress(), 1);
  const statistics = await client.connection.sendRequest(statisticsRequest);
  assert.deepEqual(statistics, { files: 2, read: 2, reads: 2, findings: 0, ready: true });
});

test('a client without progress is spared it', async (t) => {
  const { client } = await fakeWorkspace(t, { 'a.yaml': '' }, { without: ['progress'] });
  await client.ready();
  assert.equal(client.progress(), 0);
});

test('a second initialize is refused', async (t) => {
  const { client } = await fakeWorkspace(t, {});
  const again = { processId: null, capabilities: {}, workspaceFolders: null };
  await assert.rejects(client.connection.sendRequest(InitializeRequest.method, again), ResponseError);
});

test('after shutdown, requests are refused and nothing is sent any more', async (t) => {
  const { client, uri } = await fakeWorkspace(t, { 'mesh.yaml': 'MESH', 'values.yaml': 'BYPASS' });
  await client.ready();
  await client.connection.sendRequest(ShutdownRequest.type);
  const before = client.published.size;
  await client.open(uri('more.yaml'), 'BYPASS');
  await assert.rejects(client.connection.sendRequest(statisticsRequest), ResponseError);
  assert.equal(client.published.size, before);
});

test('a single edit in a workspace of two thousand files reads one file', async (t) => {
  const files = Object.fromEntries(
    Array.from({ length: 2_000 }, (_, i) => [`d${i % 40}/${i}.yaml`, 'BYPASS']),
  );
  const { client, uri } = await fakeWorkspace(t, { ...files, 'mesh.yaml': 'MESH' });
  await client.open(uri('d0/0.yaml'), 'BYPASS');
  await client.publishedThat(uri('d0/0.yaml'), (_, { version }) => version === 1);
  const before = await client.connection.sendRequest(statisticsRequest);
  await client.change(uri('d0/0.yaml'), 'BYPASS', 'BYPASS ');
  await client.publishedThat(uri('d0/0.yaml'), (_, { version }) => version === 2);
  const after = await client.connection.sendRequest(statisticsRequest);
  assert.equal(after?.files, 2_001);
  assert.equal(after.reads, (before?.reads ?? 0) + 1);
});
