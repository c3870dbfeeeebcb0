import assert from 'node:assert/strict';
import { test } from 'node:test';
import { statisticsRequest } from '../../server/src/lsp/statistics.ts';
import { counts, diagnosticsOf, pull, pullWorkspace, resultIds } from '../support/lsp/requests.ts';
import { realWorkspace } from '../support/lsp/server-process.ts';
import { cured, shop } from '../support/lsp/shop.ts';
import { only } from '../support/only.ts';

test('an editor that asks: document, workspace, an edit, and a clean end', async (t) => {
  const { client, server, uri, end } = await realWorkspace(t, shop);
  assert.deepEqual(client.initialized.capabilities.diagnosticProvider, {
    identifier: 'cilium-mesh-lint',
    interFileDependencies: true,
    workspaceDiagnostics: true,
  });

  const closed = await pullWorkspace(client);
  assert.deepEqual(counts(closed), { 'values.yaml': 1 });

  const values = uri('cilium/values.yaml');
  await client.open(values, shop['cilium/values.yaml']);
  const diagnostic = only(await diagnosticsOf(client, values));
  assert.equal(diagnostic.code, 'socket-lb-bypasses-mesh');
  assert.equal(diagnostic.source, 'cilium-mesh-lint');
  assert.equal(diagnostic.severity, 1);
  assert.deepEqual(diagnostic.range.start, { line: 0, character: 0 });
  assert.ok(
    diagnostic.relatedInformation?.some(({ location }) => location.uri === uri('shop/namespace.yaml')),
  );

  await client.change(values, shop['cilium/values.yaml'], cured);
  assert.deepEqual(await diagnosticsOf(client, values), []);
  assert.equal(client.published.size, 0);
  assert.equal(server.complaints(), '');
  assert.equal(await end(), 0);
});

test('an editor that does not ask: open and closed files, with versions for the open ones', async (t) => {
  const { client, uri } = await realWorkspace(t, shop, { flavour: 'push' });
  const values = uri('cilium/values.yaml');
  await client.publishedThat(values, (items, { version }) => items.length === 1 && version === undefined);
  await client.open(values, shop['cilium/values.yaml']);
  await client.change(values, 'kubeProxy', '# on top\nkubeProxy');
  const { diagnostics } = await client.publishedThat(values, (_, { version }) => version === 2);
  assert.deepEqual(only(diagnostics).range.start, { line: 1, character: 0 });
});

test('taking the mesh out of one file clears the finding in another', async (t) => {
  const { client, uri } = await realWorkspace(t, shop);
  const values = uri('cilium/values.yaml');
  const namespace = uri('shop/namespace.yaml');
  await client.open(values, shop['cilium/values.yaml']);
  await client.open(namespace, shop['shop/namespace.yaml']);
  const before = await pull(client, values);
  const workspace = await pullWorkspace(client);
  assert.deepEqual(counts(workspace), { 'values.yaml': 1 });
  await client.change(namespace, 'enabled', 'disabled');
  await diagnosticsOf(client, namespace);
  const after = await pull(client, values, before.resultId);
  assert.ok(after.kind === 'full');
  assert.deepEqual(after.items, []);
  assert.deepEqual(counts(await pullWorkspace(client, resultIds(workspace))), { 'values.yaml': 0 });
  assert.equal(client.refreshes(), 1);
});

test('one keystroke in a workspace of two thousand files reads one file', async (t) => {
  const files: Record<string, string> = { ...shop };
  for (let i = 0; i < 2_000; i++) {
    const namespace = `apiVersion: v1\nkind: Namespace\nmetadata:\n  name: n${i}\n  labels:\n    istio-injection: enabled\n`;
    files[`apps/${i % 50}/${i}.yaml`] = namespace;
  }
  const { client, uri } = await realWorkspace(t, files);
  const values = uri('cilium/values.yaml');
  await client.open(values, shop['cilium/values.yaml']);
  await diagnosticsOf(client, values);
  const before = await client.connection.sendRequest(statisticsRequest);
  await client.change(values, '10.0.0.1', '10.0.0.2');
  await diagnosticsOf(client, values);
  const after = await client.connection.sendRequest(statisticsRequest);
  assert.equal(after?.read, 2_002);
  assert.equal(after.reads, (before?.reads ?? 0) + 1);
});
