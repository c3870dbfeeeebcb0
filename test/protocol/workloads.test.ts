import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import {
  CodeLensRefreshRequest,
  CodeLensRequest,
  CodeLensResolveRequest,
  DefinitionRequest,
  DidChangeConfigurationNotification,
  DocumentSymbolRequest,
  InlayHintRefreshRequest,
  InlayHintRequest,
  ReferencesRequest,
  WorkspaceSymbolRequest,
  type CodeLens,
} from 'vscode-languageserver/node';
import type { WorkloadNodes as SeenByClient } from '../../client/src/workloads/model.ts';
import {
  workloadsRequest,
  workloadsTextRequest,
  type WorkloadNodes,
} from '../../server/src/lsp/workloads.ts';
import { shop } from '../support/features/shop.ts';
import type { ClientOptions, TestClient } from '../support/lsp/client.ts';
import { realWorkspace, type RealWorkspace } from '../support/lsp/server-process.ts';
import { until } from '../support/lsp/until.ts';
import { only } from '../support/only.ts';

async function opened(
  t: TestContext,
  path: keyof typeof shop,
  options: Partial<ClientOptions> = {},
): Promise<RealWorkspace & { readonly file: string }> {
  const workspace = await realWorkspace(t, shop, options);
  const file = workspace.uri(path);
  await workspace.client.open(file, shop[path]);
  return { ...workspace, file };
}

async function lensesOf({ connection }: TestClient, uri: string): Promise<readonly CodeLens[]> {
  const lenses = await connection.sendRequest(CodeLensRequest.type, { textDocument: { uri } });
  return Promise.all((lenses ?? []).map((lens) => connection.sendRequest(CodeLensResolveRequest.type, lens)));
}

const ofShop = 'in mesh (Istio sidecar) · 1 Cilium policy · 1 Kubernetes policy · 2 Istio policies';

test('a lens on an install opens the pictures, where the client has them', async (t) => {
  const { client, file } = await opened(t, 'values.yaml');
  const [lens] = await lensesOf(client, file);
  assert.deepEqual(lens?.command, {
    title: 'KPR on · socket LB in pods · Istio sidecars in 1 namespace',
    command: 'ciliumMeshLint.showTrafficPath',
  });
});

test('a lens on a workload stands above its first key, and peeks at what applies', async (t) => {
  const { client, file, uri } = await opened(t, 'web.yaml');
  const lens = only(await lensesOf(client, file));
  assert.deepEqual(lens.range.start, { line: 1, character: 0 });
  const { command } = lens;
  assert.deepEqual([command?.title, command?.command], [ofShop, 'ciliumMeshLint.peek']);
  const sent: readonly unknown[] = command?.arguments ?? [];
  const [at, position, places, ...others] = sent;
  assert.deepEqual([at, position, others], [file, lens.range.start, []]);
  assert.ok(Array.isArray(places));
  assert.equal(places.length, 5);
  assert.deepEqual(places[1], {
    uri: uri('policies.yaml'),
    range: { start: { line: 3, character: 8 }, end: { line: 3, character: 16 } },
  });
});

test('a client without our commands gets the words of a lens alone', async (t) => {
  const { client, file } = await opened(t, 'web.yaml', { without: ['commands'] });
  assert.deepEqual(only(await lensesOf(client, file)).command, { title: ofShop, command: '' });
});

test('a lens that is out of date, or was never sent, does nothing', async (t) => {
  const { client, file } = await opened(t, 'web.yaml');
  const lens = only(
    (await client.connection.sendRequest(CodeLensRequest.type, { textDocument: { uri: file } })) ?? [],
  );
  await client.change(file, 'app: web', 'app: other');
  const late = await client.connection.sendRequest(CodeLensResolveRequest.type, lens);
  assert.deepEqual(late.command, { title: ofShop, command: '' });
  const foreign = { range: lens.range, data: { title: 7 } };
  assert.deepEqual(await client.connection.sendRequest(CodeLensResolveRequest.type, foreign), foreign);
});

test('lenses and hints can be switched off', async (t) => {
  const settings = { codeLens: { enabled: false }, inlayHints: { enabled: false } };
  const { client, file } = await opened(t, 'web.yaml', { settings });
  assert.deepEqual(await lensesOf(client, file), []);
  client.configure({});
  await client.connection.sendNotification(DidChangeConfigurationNotification.type, { settings: null });
  await until(async () => (await lensesOf(client, file)).length === 1);
});

test('a hint behind a value leads to the file that decides', async (t) => {
  const files = {
    'base.yaml': 'kubeProxyReplacement: true\nroutingMode: tunnel\n',
    'prod.yaml': 'routingMode: native\n',
    'install.sh': 'helm install cilium cilium/cilium -f base.yaml -f prod.yaml\n',
  };
  const { client, uri } = await realWorkspace(t, files);
  const file = uri('base.yaml');
  await client.open(file, files['base.yaml']);
  const range = { start: { line: 0, character: 0 }, end: { line: 2, character: 0 } };
  const ask = { textDocument: { uri: file }, range };
  const hint = only((await client.connection.sendRequest(InlayHintRequest.type, ask)) ?? []);
  assert.deepEqual(hint.position, { line: 1, character: 19 });
  assert.deepEqual(hint.label, [
    { value: '← ' },
    {
      value: 'native in prod.yaml',
      location: {
        uri: uri('prod.yaml'),
        range: { start: { line: 0, character: 0 }, end: { line: 0, character: 11 } },
      },
    },
  ]);
});

test('other files have the client ask again', async (t) => {
  const { client, file, uri } = await opened(t, 'web.yaml');
  let lenses = 0;
  let hints = 0;
  client.connection.onRequest(CodeLensRefreshRequest.type, () => {
    lenses++;
  });
  client.connection.onRequest(InlayHintRefreshRequest.type, () => {
    hints++;
  });
  await lensesOf(client, file);
  await until(() => Promise.resolve(lenses > 0));
  const before = lenses;
  await client.open(uri('namespace.yaml'), shop['namespace.yaml'].replace('enabled', 'disabled'));
  await until(() => Promise.resolve(lenses > before));
  assert.match(only(await lensesOf(client, file)).command?.title ?? '', /^in no mesh/);
  assert.equal(hints, 0);
});

test('policies lead to workloads, and workloads to policies', async (t) => {
  const { client, file, uri } = await opened(t, 'policies.yaml');
  const selector = { textDocument: { uri: file }, position: { line: 6, character: 4 } };
  const web = {
    uri: uri('web.yaml'),
    range: { start: { line: 4, character: 8 }, end: { line: 4, character: 11 } },
  };
  assert.deepEqual(await client.connection.sendRequest(DefinitionRequest.type, selector), [web]);
  await client.open(web.uri, shop['web.yaml']);
  const name = {
    textDocument: { uri: web.uri },
    position: { line: 4, character: 9 },
    context: { includeDeclaration: true },
  };
  const policies = await client.connection.sendRequest(ReferencesRequest.type, name);
  assert.deepEqual(new Set(policies?.map((place) => place.uri)), new Set([file]));
  assert.equal(policies?.length, 4);
});

test('symbols of a document and of the workspace', async (t) => {
  const { client, file } = await opened(t, 'namespace.yaml');
  const own = await client.connection.sendRequest(DocumentSymbolRequest.type, {
    textDocument: { uri: file },
  });
  assert.deepEqual(
    (own ?? []).map((symbol) => [symbol.name, 'selectionRange' in symbol]),
    [['shop', true]],
  );
  const found = await client.connection.sendRequest(WorkspaceSymbolRequest.type, { query: 'web-http' });
  assert.deepEqual(
    (found ?? []).map(({ name }) => name),
    ['web-http'],
  );
});

test('the view of workloads is told level by level, and as text', async (t) => {
  const { client, uri } = await realWorkspace(t, shop);
  const ask = async (path: readonly string[]): Promise<SeenByClient> => {
    const answer: WorkloadNodes | null = await client.connection.sendRequest(workloadsRequest, { path });
    assert.ok(answer);
    return answer;
  };
  const { nodes, toMend } = await ask([]);
  assert.deepEqual(
    nodes.map(({ kind, label }) => [kind, label]),
    [
      ['install', 'Cilium 1.16.4'],
      ['namespace', 'shop'],
      ['namespace', 'tools'],
    ],
  );
  assert.equal(toMend, 3);
  const [, namespace] = nodes;
  assert.ok(namespace);
  assert.deepEqual(namespace.findings, { count: 2, worst: 'error' });
  const workload = only((await ask(namespace.path)).nodes);
  assert.equal(workload.label, 'Deployment web');
  assert.equal(workload.location?.uri, uri('web.yaml'));
  assert.deepEqual(
    (await ask(workload.path)).nodes.map(({ kind }) => kind),
    ['finding', 'finding', 'network', 'mesh'],
  );
  assert.deepEqual((await ask(['gone'])).nodes, []);
  const text = await client.connection.sendRequest(workloadsTextRequest);
  assert.match(text ?? '', /^ {2}Deployment web: in mesh \(Istio sidecar\)/m);
});

test('rules that are off say nothing in the view', async (t) => {
  const { client } = await realWorkspace(t, shop, {
    settings: { severity: { 'l7-policy-on-mesh-traffic': 'off' } },
  });
  const answer = await client.connection.sendRequest(workloadsRequest, { path: [] });
  assert.deepEqual(answer?.nodes[1]?.findings, { count: 1, worst: 'warning' });
});
