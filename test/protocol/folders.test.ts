import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { DidChangeWorkspaceFoldersNotification } from 'vscode-languageserver/node';
import { URI } from 'vscode-uri';
import { htmlReportRequest } from '../../server/src/lsp/html-report.ts';
import { statisticsRequest } from '../../server/src/lsp/statistics.ts';
import { statusRequest } from '../../server/src/lsp/status.ts';
import { trafficRequest } from '../../server/src/lsp/traffic.ts';
import { workloadsRequest, workloadsTextRequest } from '../../server/src/lsp/workloads.ts';
import { folderAt, type TestClient } from '../support/lsp/client.ts';
import { realWorkspace } from '../support/lsp/server-process.ts';
import { shop } from '../support/lsp/shop.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** Installs another version than the shop; the finding stands in its second line. */
const lab = {
  'cilium/values.yaml': '# of the lab\nkubeProxyReplacement: true\nk8sServiceHost: 10.0.0.2\n',
  'apps/namespace.yaml':
    'apiVersion: v1\nkind: Namespace\nmetadata:\n  name: lab\n  annotations:\n    linkerd.io/inject: enabled\n',
} as const;

test('the report tells apart what lies in several folders', async (t) => {
  const { client } = await opened(t, { ...below('north', shop), ...below('south', lab) }, ['north', 'south']);
  const page = (await client.connection.sendRequest(htmlReportRequest, {})) ?? '';
  for (const place of [
    'north/cilium/values.yaml:1',
    'south/cilium/values.yaml:2',
    'south/apps/namespace.yaml:',
  ])
    assert.ok(page.includes(`<span class="place-name">${place}`), place);
  assert.match(page, /<th scope="col">folder<\/th>/);
  assert.match(page, /<td>north<\/td>/);
  assert.match(page, /<h3>Cilium [^<]* in folder south, Linkerd<\/h3>/);
});

test('the report on one folder does not name it', async (t) => {
  const { client } = await opened(t, below('north', shop), ['north']);
  const page = (await client.connection.sendRequest(htmlReportRequest, {})) ?? '';
  assert.match(page, /<span class="place-name">cilium\/values\.yaml:1<\/span>/);
  assert.doesNotMatch(page, /in folder|>folder<|>north/);
});

test('pictures and the status say in which folder an install stands', async (t) => {
  const { client } = await opened(t, { ...below('north', shop), ...below('south', shop) }, [
    'north',
    'south',
  ]);
  const traffic = await client.connection.sendRequest(trafficRequest);
  const titles = traffic?.views.map(({ title }) => title) ?? [];
  const status = await client.connection.sendRequest(statusRequest);
  for (const names of [titles, status?.installs ?? []]) {
    assert.equal(names.length, 2);
    assert.match(names[0] ?? '', / in folder north$/);
    assert.match(names[1] ?? '', / in folder south$/);
  }
});

test('the view of workloads tells folders apart, also those of one name', async (t) => {
  const files = { ...below('north/infra', shop), ...below('south/infra', lab), ...below('apps', shop) };
  const { client } = await opened(t, files, ['north/infra', 'south/infra', 'apps']);
  const top = await client.connection.sendRequest(workloadsRequest, { path: [] });
  assert.deepEqual(
    top?.nodes.map(({ kind, label }) => `${kind} ${label}`),
    ['folder north/infra', 'folder south/infra', 'folder apps'],
  );
  assert.match((await client.connection.sendRequest(workloadsTextRequest)) ?? '', /^north\/infra$/m);
});

test('what lies in a folder inside another is called and opened by the inner one', async (t) => {
  const { client, folder } = await opened(t, { ...below('', shop), ...below('inner', lab) }, ['', 'inner']);
  const page = (await client.connection.sendRequest(htmlReportRequest, {})) ?? '';
  assert.ok(page.includes('<span class="place-name">inner/cilium/values.yaml:2</span>'), page);
  const inner = URI.file(join(folder, 'inner')).toString();
  const { nodes } = (await client.connection.sendRequest(workloadsRequest, { path: [inner] })) ?? {
    nodes: [],
  };
  const install = nodes.find(({ kind }) => kind === 'install');
  assert.equal(install?.location?.uri, `${inner}/cilium/values.yaml`);
  assert.equal(install.location.range.start.line, 1);
});

test('a folder that comes or goes is no reason to read another', async (t) => {
  const { client, folder } = await opened(t, { ...below('north', shop), ...below('south', lab) }, ['north']);
  const south = folderAt(URI.file(join(folder, 'south')).toString());
  const before = await reads(client);
  await client.connection.sendNotification(DidChangeWorkspaceFoldersNotification.type, {
    event: { added: [south], removed: [] },
  });
  assert.equal(await reads(client), before + Object.keys(lab).length);
  await client.connection.sendNotification(DidChangeWorkspaceFoldersNotification.type, {
    event: { added: [], removed: [south] },
  });
  assert.equal(await reads(client), before);
});

/** A client that has some folders of a temporary one open. */
async function opened(
  t: TestContext,
  files: Readonly<Record<string, string>>,
  folders: readonly string[],
): Promise<{ readonly client: TestClient; readonly folder: string }> {
  const folder = temporaryFolder(t, files);
  const { client } = await realWorkspace(
    t,
    {},
    {
      folders: folders.map((path) => URI.file(join(folder, path)).toString()),
    },
  );
  await client.ready();
  return { client, folder };
}

/** The same files, in a folder of this name. */
function below(name: string, files: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(files).map(([path, text]) => [join(name, path), text]));
}

async function reads(client: TestClient): Promise<number> {
  await client.ready();
  return (await client.connection.sendRequest(statisticsRequest))?.reads ?? 0;
}
