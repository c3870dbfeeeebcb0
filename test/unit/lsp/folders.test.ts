import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { URI } from 'vscode-uri';
import { DidChangeWorkspaceFoldersNotification } from 'vscode-languageserver/node';
import type { TestClient } from '../../support/lsp/client.ts';
import { fakeWorkspace } from '../../support/lsp/fake-workspace.ts';
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
