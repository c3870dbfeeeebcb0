import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import {
  DidChangeWatchedFilesNotification,
  FileChangeType,
  type FileEvent,
} from 'vscode-languageserver/node';
import { createMeshLint } from '../../../server/src/features/create-mesh-lint.ts';
import { diskHost } from '../../../server/src/files/disk-host.ts';
import { findFilesRequest, maxClientFiles } from '../../../server/src/lsp/client-host.ts';
import { htmlReportRequest } from '../../../server/src/lsp/html-report.ts';
import { statisticsRequest } from '../../../server/src/lsp/statistics.ts';
import type { TestClient } from '../../support/lsp/client.ts';
import { edited, editsByFile } from '../../support/lsp/edits.ts';
import { farFiles, type FarFiles } from '../../support/lsp/far-files.ts';
import { createFakeEngine } from '../../support/lsp/fake-engine.ts';
import { clientInProcess } from '../../support/lsp/in-process.ts';
import { actionsIn, resolved } from '../../support/lsp/requests.ts';
import { shop } from '../../support/lsp/shop.ts';
import { fakeWorkspace } from '../../support/lsp/fake-workspace.ts';

const root = 'vscode-vfs://github/shop/platform';
const { Created, Changed, Deleted } = FileChangeType;

const uri = (path: string): string => `${root}/${path}`;

interface FarWorkspace {
  readonly client: TestClient;
  readonly far: FarFiles;
}

/** A server that can read nothing itself, opened on a folder that its client reads. */
async function farWorkspace(
  t: TestContext,
  files: Readonly<Record<string, string>>,
  settings?: unknown,
  createEngine = createFakeEngine,
): Promise<FarWorkspace> {
  const far = farFiles(Object.fromEntries(Object.entries(files).map(([path, text]) => [uri(path), text])));
  const options = { flavour: 'push', folders: [root], settings, files: far.answer } as const;
  const client = await clientInProcess(t, createEngine, options, 'none');
  await client.ready();
  return { client, far };
}

const textsRead = async ({ client }: FarWorkspace): Promise<number | undefined> =>
  (await client.connection.sendRequest(statisticsRequest))?.files;

async function tell(
  { client }: FarWorkspace,
  ...events: readonly (readonly [FileEvent['type'], string])[]
): Promise<void> {
  const changes = events.map(([type, path]) => ({ type, uri: uri(path) }));
  await client.connection.sendNotification(DidChangeWatchedFilesNotification.type, { changes });
}

test('the workspace is read through the client', async (t) => {
  const { client, far } = await farWorkspace(t, { 'mesh.yaml': 'MESH', 'a%20b/values.yaml': 'BYPASS' });
  const { diagnostics } = await client.publishedThat(uri('a%20b/values.yaml'), (items) => items.length === 1);
  assert.deepEqual(diagnostics[0]?.relatedInformation?.[0]?.location.uri, uri('mesh.yaml'));
  assert.equal(far.searches.length, 1);
});

test('what cannot matter is not fetched, nor are packed charts', async (t) => {
  const workspace = await farWorkspace(t, {
    'a.yaml': 'x',
    'picture.png': 'x',
    'charts/cilium-1.14.2.tgz': 'x',
  });
  assert.deepEqual(
    workspace.far.read.filter((file) => !file.endsWith('.gitignore')),
    [uri('a.yaml')],
  );
  assert.equal(workspace.far.searches[0]?.excludedFolders.includes('node_modules'), true);
});

test('what the user or a .gitignore excludes is not fetched', async (t) => {
  const files = {
    '.gitignore': 'out/\n',
    'deep/.gitignore': '/local.yaml\n',
    'out/a.yaml': 'x',
    'deep/local.yaml': 'x',
    'deep/er/local.yaml': 'x',
    'old/a.yaml': 'x',
  };
  const { far } = await farWorkspace(t, files, { exclude: ['old/**'] });
  assert.deepEqual(
    far.read.filter((file) => !file.endsWith('.gitignore')),
    [uri('deep/er/local.yaml')],
  );
});

test('files that come, change and go', async (t) => {
  const workspace = await farWorkspace(t, { 'mesh.yaml': 'MESH', '.gitignore': 'out/\n' });
  const { client, far } = workspace;
  far.content.set(uri('values.yaml'), 'BYPASS').set(uri('out/values.yaml'), 'BYPASS');
  await tell(workspace, [Created, 'out/values.yaml'], [Created, 'values.yaml']);
  await client.publishedThat(uri('values.yaml'), (items) => items.length === 1);
  assert.equal(far.read.includes(uri('out/values.yaml')), false);
  far.content.set(uri('values.yaml'), 'BYPASS BYPASS');
  await tell(workspace, [Changed, 'values.yaml']);
  await client.publishedThat(uri('values.yaml'), (items) => items.length === 2);
  far.content.delete(uri('values.yaml'));
  await tell(workspace, [Deleted, 'values.yaml']);
  await client.publishedThat(uri('values.yaml'), (items) => items.length === 0);
});

test('a folder that comes brings its files, but for what a .gitignore above it excludes', async (t) => {
  const workspace = await farWorkspace(t, { 'mesh.yaml': 'MESH', '.gitignore': 'local.yaml\n' });
  workspace.far.content.set(uri('a/b/values.yaml'), 'BYPASS').set(uri('a/b/local.yaml'), 'BYPASS');
  await tell(workspace, [Created, 'a']);
  await workspace.client.publishedThat(uri('a/b/values.yaml'), (items) => items.length === 1);
  assert.equal(workspace.far.read.includes(uri('a/b/local.yaml')), false);
});

test('a changed .gitignore is heeded', async (t) => {
  const workspace = await farWorkspace(t, { 'mesh.yaml': 'MESH', 'values.yaml': 'BYPASS' });
  const { client, far } = workspace;
  await client.publishedThat(uri('values.yaml'), (items) => items.length === 1);
  far.content.set(uri('.gitignore'), 'values.yaml\n');
  await tell(workspace, [Created, '.gitignore']);
  await client.publishedThat(uri('values.yaml'), (items) => items.length === 0);
});

test('a document that closes counts again as its file is', async (t) => {
  const { client } = await farWorkspace(t, { 'mesh.yaml': 'MESH', 'values.yaml': 'x' });
  await client.open(uri('values.yaml'), 'BYPASS');
  await client.publishedThat(uri('values.yaml'), (items) => items.length === 1);
  await client.close(uri('values.yaml'));
  await client.publishedThat(uri('values.yaml'), (items) => items.length === 0);
});

test('fixes of closed files are made for their texts as they are now', async (t) => {
  const { client, far } = await farWorkspace(t, { 'mesh.yaml': 'MESH', 'closed.yaml': 'BYPASS' });
  await client.open(uri('values.yaml'), 'BYPASS');
  await client.publishedThat(uri('values.yaml'), (items) => items.length === 1);
  const actions = await actionsIn(client, uri('values.yaml'));
  const everywhere = actions.find(({ title }) => title.endsWith('in the workspace'));
  assert.ok(everywhere);
  far.content.set(uri('closed.yaml'), '# newer\nBYPASS');
  const { edit } = await resolved(client, everywhere);
  const edits = editsByFile(edit);
  assert.deepEqual([...edits.keys()].sort(), [uri('closed.yaml'), uri('values.yaml')]);
  assert.equal(edited('# newer\nBYPASS', edits.get(uri('closed.yaml')) ?? []), '# newer\nCURED');
});

test('a closed file that cannot be read any more is left out of fixes', async (t) => {
  const { client, far } = await farWorkspace(t, { 'mesh.yaml': 'MESH', 'closed.yaml': 'BYPASS' });
  await client.open(uri('values.yaml'), 'BYPASS');
  await client.publishedThat(uri('values.yaml'), (items) => items.length === 1);
  const actions = await actionsIn(client, uri('values.yaml'));
  const everywhere = actions.find(({ title }) => title.endsWith('in the workspace'));
  assert.ok(everywhere);
  far.content.delete(uri('closed.yaml'));
  const { edit } = await resolved(client, everywhere);
  assert.deepEqual([...editsByFile(edit).keys()], [uri('values.yaml')]);
});

test('the report shows the lines of closed files', async (t) => {
  const { client } = await farWorkspace(t, shop, undefined, createMeshLint);
  const html = await client.connection.sendRequest(htmlReportRequest, {});
  assert.match(html ?? '', /k8sServiceHost/);
});

test('files that cannot be read are passed over', async (t) => {
  const workspace = await farWorkspace(t, { 'a.yaml': 'too-large', 'b.yaml': 'unreadable', 'c.yaml': 'x' });
  assert.equal(await textsRead(workspace), 1);
});

test('of very many files the rest is left out, and the user is told', async (t) => {
  const many = Array.from({ length: maxClientFiles + 5 }, (_, i) => [`d/${i}.yaml`, 'x'] as const);
  const workspace = await farWorkspace(t, Object.fromEntries(many));
  assert.equal(await textsRead(workspace), maxClientFiles);
  assert.match(workspace.client.messages.join('\n'), new RegExp(`has read ${maxClientFiles} files`));
});

test('a client that answers nothing has an empty workspace', async (t) => {
  const options = {
    flavour: 'push',
    folders: [root],
    files: (connection) =>
      connection.onRequest(findFilesRequest, () => {
        throw new Error('not now');
      }),
  } as const satisfies Parameters<typeof clientInProcess>[2];
  const client = await clientInProcess(t, createFakeEngine, options, 'none');
  await client.ready();
  assert.equal((await client.connection.sendRequest(statisticsRequest))?.files, 0);
});

test('without files of its own and a client that reads them, a server knows open documents alone', async (t) => {
  const client = await clientInProcess(t, createFakeEngine, { flavour: 'push', folders: [root] }, 'none');
  await client.ready();
  await client.open(uri('values.yaml'), 'MESH BYPASS');
  await client.publishedThat(uri('values.yaml'), (items) => items.length === 1);
});

test('what lies on the disk is read from there, whatever the client can', async (t) => {
  const far = farFiles({});
  const { client, uri: onDisk } = await fakeWorkspace(
    t,
    { 'mesh.yaml': 'MESH', 'values.yaml': 'BYPASS' },
    { files: far.answer },
  );
  await client.publishedThat(onDisk('values.yaml'), (items) => items.length === 1);
  assert.deepEqual(far.searches, []);
  assert.equal(diskHost.text('vscode-vfs://github/a.yaml'), undefined);
});
