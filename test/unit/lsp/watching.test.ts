import assert from 'node:assert/strict';
import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import {
  DidChangeWatchedFilesNotification,
  FileChangeType,
  type FileEvent,
  type Registration,
} from 'vscode-languageserver/node';
import { chartArchive } from '../../support/chart-archive.ts';
import { fakeWorkspace, type FakeWorkspace } from '../../support/lsp/fake-workspace.ts';
import { until } from '../../support/lsp/until.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const { Created, Changed, Deleted } = FileChangeType;

async function tell(
  { client, uri }: FakeWorkspace,
  ...events: readonly (readonly [FileEvent['type'], string])[]
): Promise<void> {
  const changes = events.map(([type, path]) => ({ type, uri: uri(path) }));
  await client.connection.sendNotification(DidChangeWatchedFilesNotification.type, { changes });
}

test('the client is asked to watch, folders included', async (t) => {
  const { client } = await fakeWorkspace(t, {});
  const find = (): Registration | undefined =>
    client.registrations.find(({ method }) => method === 'workspace/didChangeWatchedFiles');
  await until(() => find() !== undefined);
  assert.match(JSON.stringify(find()?.registerOptions), /"\*\*\/\*"/);
});

test('a file that comes, changes and goes', async (t) => {
  const workspace = await fakeWorkspace(t, { 'mesh.yaml': 'MESH' });
  const { client, folder, uri } = workspace;
  await client.ready();
  writeFileSync(join(folder, 'values.yaml'), 'BYPASS');
  await tell(workspace, [Created, 'values.yaml']);
  await client.publishedThat(uri('values.yaml'), (items) => items.length === 1);
  writeFileSync(join(folder, 'values.yaml'), 'BYPASS BYPASS');
  await tell(workspace, [Changed, 'values.yaml']);
  await client.publishedThat(uri('values.yaml'), (items) => items.length === 2);
  rmSync(join(folder, 'values.yaml'));
  await tell(workspace, [Deleted, 'values.yaml']);
  await client.publishedThat(uri('values.yaml'), (items) => items.length === 0);
});

test('a folder that goes takes its files along, one that comes brings them', async (t) => {
  const workspace = await fakeWorkspace(t, {
    'mesh.yaml': 'MESH',
    'a/deep/values.yaml': 'BYPASS',
    'a.yaml': 'BYPASS',
  });
  const { client, folder, uri } = workspace;
  await client.publishedThat(uri('a/deep/values.yaml'), (items) => items.length === 1);
  renameSync(join(folder, 'a'), join(folder, 'b'));
  await tell(workspace, [Deleted, 'a'], [Created, 'b']);
  await client.publishedThat(uri('a/deep/values.yaml'), (items) => items.length === 0);
  await client.publishedThat(uri('b/deep/values.yaml'), (items) => items.length === 1);
  assert.equal(client.published.get(uri('a.yaml'))?.diagnostics.length, 1);
});

test('what is excluded stays excluded when it changes', async (t) => {
  const workspace = await fakeWorkspace(t, { 'mesh.yaml': 'MESH', '.gitignore': 'out/\n' });
  const { client, folder, uri } = workspace;
  await client.ready();
  mkdirSync(join(folder, 'out'));
  writeFileSync(join(folder, 'out', 'values.yaml'), 'BYPASS');
  writeFileSync(join(folder, 'last.yaml'), 'BYPASS');
  await tell(workspace, [Created, 'out'], [Created, 'out/values.yaml'], [Created, 'last.yaml']);
  await client.publishedThat(uri('last.yaml'), (items) => items.length === 1);
  assert.equal(client.published.has(uri('out/values.yaml')), false);
});

test('a changed .gitignore is heeded', async (t) => {
  const workspace = await fakeWorkspace(t, { 'mesh.yaml': 'MESH', 'local.yaml': 'BYPASS' });
  const { client, folder, uri } = workspace;
  await client.publishedThat(uri('local.yaml'), (items) => items.length === 1);
  writeFileSync(join(folder, '.gitignore'), 'local.yaml\n');
  await tell(workspace, [Created, '.gitignore']);
  await client.publishedThat(uri('local.yaml'), (items) => items.length === 0);
});

test('an open document is not replaced by its file, and outlives its deletion', async (t) => {
  const workspace = await fakeWorkspace(t, { 'mesh.yaml': 'MESH', 'values.yaml': 'BYPASS' });
  const { client, folder, uri } = workspace;
  await client.open(uri('values.yaml'), 'BYPASS BYPASS');
  await client.publishedThat(uri('values.yaml'), (items) => items.length === 2);
  writeFileSync(join(folder, 'values.yaml'), 'nothing');
  await tell(workspace, [Changed, 'values.yaml']);
  rmSync(join(folder, 'values.yaml'));
  writeFileSync(join(folder, 'last.yaml'), 'BYPASS');
  await tell(workspace, [Deleted, 'values.yaml'], [Created, 'last.yaml']);
  await client.publishedThat(uri('last.yaml'), (items) => items.length === 1);
  assert.equal(client.published.get(uri('values.yaml'))?.diagnostics.length, 2);
  await client.close(uri('values.yaml'));
  await client.publishedThat(uri('values.yaml'), (items) => items.length === 0);
});

test('a link out of the folder is not followed when it comes', async (t) => {
  const workspace = await fakeWorkspace(t, { 'mesh.yaml': 'MESH' });
  const outside = temporaryFolder(t, { 'values.yaml': 'BYPASS' });
  const { client, folder, uri } = workspace;
  await client.ready();
  symlinkSync(join(outside, 'values.yaml'), join(folder, 'link.yaml'));
  writeFileSync(join(folder, 'last.yaml'), 'BYPASS');
  await tell(workspace, [Created, 'link.yaml'], [Created, 'last.yaml']);
  await client.publishedThat(uri('last.yaml'), (items) => items.length === 1);
  assert.equal(client.published.has(uri('link.yaml')), false);
});

test('a packed chart that comes, changes and goes', async (t) => {
  const workspace = await fakeWorkspace(t, { 'values.yaml': 'BYPASS', 'last.yaml': '' });
  const { client, folder, uri } = workspace;
  const path = join(folder, 'charts/cilium-1.14.2.tgz');
  const found = async (count: number): Promise<void> => {
    await client.publishedThat(uri('values.yaml'), (items) => items.length === count);
  };
  await client.ready();
  mkdirSync(join(folder, 'charts'));
  writeFileSync(path, chartArchive({ 'cilium/Chart.yaml': 'name: cilium\n', 'cilium/values.yaml': 'MESH' }));
  await tell(workspace, [Created, 'charts/cilium-1.14.2.tgz']);
  await found(1);
  writeFileSync(path, chartArchive({ 'cilium/Chart.yaml': 'name: cilium\n' }));
  await tell(workspace, [Changed, 'charts/cilium-1.14.2.tgz']);
  await found(0);
  writeFileSync(path, chartArchive({ 'cilium/Chart.yaml': 'name: cilium # MESH\n' }));
  await tell(workspace, [Changed, 'charts/cilium-1.14.2.tgz']);
  await found(1);
  writeFileSync(path, 'no gzip');
  await tell(workspace, [Changed, 'charts/cilium-1.14.2.tgz']);
  await found(0);
  writeFileSync(path, chartArchive({ 'cilium/Chart.yaml': 'name: cilium # MESH\n' }));
  await tell(workspace, [Changed, 'charts/cilium-1.14.2.tgz']);
  await found(1);
  rmSync(path);
  await tell(workspace, [Deleted, 'charts/cilium-1.14.2.tgz']);
  await found(0);
});

test('a packed chart goes with the folder that it lies in', async (t) => {
  const workspace = await fakeWorkspace(t, {
    'values.yaml': 'BYPASS',
    'charts/cilium-1.14.2.tgz': chartArchive({ 'cilium/Chart.yaml': 'name: cilium # MESH\n' }),
  });
  const { client, folder, uri } = workspace;
  await client.publishedThat(uri('values.yaml'), (items) => items.length === 1);
  rmSync(join(folder, 'charts'), { recursive: true });
  await tell(workspace, [Deleted, 'charts']);
  await client.publishedThat(uri('values.yaml'), (items) => items.length === 0);
});
