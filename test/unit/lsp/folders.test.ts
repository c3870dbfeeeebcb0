import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { URI } from 'vscode-uri';
import { DidChangeWorkspaceFoldersNotification, type ProtocolConnection } from 'vscode-languageserver/node';
import { checkRequest } from '../../../server/src/lsp/check.ts';
import { findFilesRequest } from '../../../server/src/lsp/client-host.ts';
import { statusRequest } from '../../../server/src/lsp/status.ts';
import { workloadsRequest } from '../../../server/src/lsp/workloads.ts';
import type { TestClient } from '../../support/lsp/client.ts';
import { farFiles } from '../../support/lsp/far-files.ts';
import { fakeWorkspace } from '../../support/lsp/fake-workspace.ts';
import { until } from '../../support/lsp/until.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

async function changeFolders(
  client: TestClient,
  added: readonly string[],
  removed: readonly string[],
): Promise<void> {
  const folder = (uri: string): { uri: string; name: string } => ({ uri, name: uri });
  await client.connection.sendNotification(DidChangeWorkspaceFoldersNotification.type, {
    event: { added: added.map(folder), removed: removed.map(folder) },
  });
}

test('a mesh in one folder is no evidence in another', async (t) => {
  const other = temporaryFolder(t, { 'values.yaml': 'BYPASS' });
  const { client, folder, uri } = await fakeWorkspace(t, { 'mesh.yaml': 'MESH', 'values.yaml': 'BYPASS' });
  await changeFolders(client, [URI.file(other).toString()], []);
  await client.publishedThat(uri('values.yaml'), (items) => items.length === 1);
  await client.ready();
  assert.equal(client.published.has(URI.file(join(other, 'values.yaml')).toString()), false);
  assert.notEqual(folder, other);
});

test('a folder that is added is read, one that is removed is forgotten', async (t) => {
  const { client } = await fakeWorkspace(t, {});
  const other = temporaryFolder(t, { 'mesh.yaml': 'MESH', 'values.yaml': 'BYPASS' });
  const values = URI.file(join(other, 'values.yaml')).toString();
  await changeFolders(client, [URI.file(other).toString()], []);
  await client.publishedThat(values, (items) => items.length === 1);
  await changeFolders(client, [], [URI.file(other).toString()]);
  await client.publishedThat(values, (items) => items.length === 0);
});

test('a folder inside another has its files for itself, and gives them back', async (t) => {
  const { client, folder, uri } = await fakeWorkspace(t, {
    'mesh.yaml': 'MESH',
    'inner/values.yaml': 'BYPASS',
  });
  await client.publishedThat(uri('inner/values.yaml'), (items) => items.length === 1);
  const inner = URI.file(join(folder, 'inner')).toString();
  await changeFolders(client, [`${inner}/`], []);
  await client.publishedThat(uri('inner/values.yaml'), (items) => items.length === 0);
  await changeFolders(client, [], [inner]);
  await client.publishedThat(uri('inner/values.yaml'), (items) => items.length === 1);
});

test('an open document moves to the folder that is opened around it', async (t) => {
  const { client } = await fakeWorkspace(t, {});
  const other = temporaryFolder(t, { 'deep/mesh.yaml': 'MESH' });
  const values = URI.file(join(other, 'values.yaml')).toString();
  await client.open(values, 'BYPASS');
  await changeFolders(client, [URI.file(other).toString()], []);
  await client.publishedThat(values, (items) => items.length === 1);
  await changeFolders(client, [], [URI.file(other).toString()]);
  await client.publishedThat(values, (items) => items.length === 0);
});

test('a folder that is being read holds back no other, and keeps what was told of it', async (t) => {
  const slow = 'vscode-vfs://github/shop/slow';
  const far = farFiles({ [`${slow}/mesh.yaml`]: 'MESH', [`${slow}/values.yaml`]: 'BYPASS' });
  const searches: ((files: readonly string[]) => void)[] = [];
  const files = (connection: ProtocolConnection): void => {
    far.answer(connection);
    connection.onRequest(
      findFilesRequest,
      () => new Promise<readonly string[]>((found) => searches.push(found)),
    );
  };
  const find = async (...found: readonly string[]): Promise<void> => {
    await until(() => searches.length > 0);
    searches.shift()?.(found);
  };
  const { client, uri } = await fakeWorkspace(t, { 'mesh.yaml': 'MESH' }, { files });
  await client.ready();
  await changeFolders(client, [slow], []);
  await client.open(uri('values.yaml'), 'BYPASS');
  await client.publishedThat(uri('values.yaml'), (items) => items.length === 1);
  await find(...far.content.keys());
  await client.publishedThat(`${slow}/values.yaml`, (items) => items.length === 1);

  const checked = client.connection.sendRequest(checkRequest);
  await client.change(uri('values.yaml'), 'BYPASS', 'CURED');
  await client.publishedThat(uri('values.yaml'), (items) => items.length === 0);
  assert.equal(client.published.get(`${slow}/values.yaml`)?.diagnostics.length, 1);
  await find();
  await checked;
  await client.publishedThat(`${slow}/values.yaml`, (items) => items.length === 0);
});

test('what was never saved has findings, and counts as part of the workspace only where there is no other', async (t) => {
  const unsaved = 'untitled:Untitled-1/untitled.yaml';
  const counted = async ({ connection }: TestClient): Promise<readonly unknown[]> => {
    const status = await connection.sendRequest(statusRequest);
    const workloads = await connection.sendRequest(workloadsRequest, { path: [] });
    return [status?.files, status?.findings.error, workloads?.toMend];
  };
  const { client } = await fakeWorkspace(t, { 'mesh.yaml': 'MESH' });
  await client.ready();
  const before = await counted(client);
  await client.open(unsaved, 'MESH BYPASS');
  await client.publishedThat(unsaved, (items) => items.length === 1);
  assert.deepEqual(await counted(client), before);

  const { client: alone } = await fakeWorkspace(t, {}, { folders: [] });
  await alone.open(unsaved, 'MESH BYPASS');
  await alone.publishedThat(unsaved, (items) => items.length === 1);
  assert.deepEqual(await counted(alone), [1, 1, 1]);
});
