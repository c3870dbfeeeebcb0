import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DidChangeConfigurationNotification, type Registration } from 'vscode-languageserver/node';
import type { TestClient } from '../../support/lsp/client.ts';
import { fakeWorkspace } from '../../support/lsp/fake-workspace.ts';
import { until } from '../../support/lsp/until.ts';

const files = { 'mesh.yaml': 'MESH', 'values.yaml': 'BYPASS', 'old/values.yaml': 'BYPASS' };

async function configure(client: TestClient, settings: unknown): Promise<void> {
  client.configure(settings);
  await client.connection.sendNotification(DidChangeConfigurationNotification.type, { settings: null });
}

test('the severity of a rule can be set and the rule be turned off, at any time', async (t) => {
  const settings = { severity: { 'socket-lb-bypasses-mesh': 'hint' } };
  const { client, uri } = await fakeWorkspace(t, files, { settings });
  await client.publishedThat(uri('values.yaml'), ([one]) => one?.severity === 4);
  await configure(client, { severity: { 'socket-lb-bypasses-mesh': 'off' } });
  await client.publishedThat(uri('values.yaml'), (items) => items.length === 0);
  await configure(client, {});
  await client.publishedThat(uri('values.yaml'), ([one]) => one?.severity === 1);
});

test('excluded files are not read, and forgotten when they come to be excluded', async (t) => {
  const { client, uri } = await fakeWorkspace(t, files, { settings: { exclude: ['old/**'] } });
  await client.publishedThat(uri('values.yaml'), (items) => items.length === 1);
  assert.equal(client.published.has(uri('old/values.yaml')), false);
  await configure(client, { exclude: [] });
  await client.publishedThat(uri('old/values.yaml'), (items) => items.length === 1);
  await configure(client, { exclude: ['old/**'] });
  await client.publishedThat(uri('old/values.yaml'), (items) => items.length === 0);
});

test('an open document that is excluded has no diagnostics', async (t) => {
  const { client, uri } = await fakeWorkspace(t, files, { settings: { exclude: ['old'] } });
  await client.open(uri('old/values.yaml'), 'BYPASS');
  await client.open(uri('values.yaml'), 'BYPASS');
  await client.publishedThat(uri('values.yaml'), (_, { version }) => version === 1);
  assert.equal(client.published.has(uri('old/values.yaml')), false);
  await configure(client, {});
  await client.publishedThat(uri('old/values.yaml'), (items) => items.length === 1);
});

test('a folder can be turned off and on again', async (t) => {
  const { client, uri } = await fakeWorkspace(t, files);
  await client.publishedThat(uri('values.yaml'), (items) => items.length === 1);
  await client.open(uri('values.yaml'), 'BYPASS');
  await configure(client, { enable: false });
  await client.publishedThat(uri('values.yaml'), (items) => items.length === 0);
  await client.publishedThat(uri('old/values.yaml'), (items) => items.length === 0);
  await configure(client, { enable: true });
  await client.publishedThat(uri('values.yaml'), (items) => items.length === 1);
  await client.publishedThat(uri('old/values.yaml'), (items) => items.length === 1);
});

test('settings of wrong types count as not set', async (t) => {
  const settings = {
    enable: 'no',
    exclude: [7, '', 'old/**'],
    severity: { 'socket-lb-bypasses-mesh': 'loud' },
  };
  const { client, uri } = await fakeWorkspace(t, files, { settings });
  await client.publishedThat(uri('values.yaml'), ([one]) => one?.severity === 1);
  assert.equal(client.published.has(uri('old/values.yaml')), false);
});

test('a client that asks to be told registers for our section', async (t) => {
  const { client } = await fakeWorkspace(t, files);
  const find = (): Registration | undefined =>
    client.registrations.find(({ method }) => method === 'workspace/didChangeConfiguration');
  await until(() => find() !== undefined);
  assert.deepEqual(find()?.registerOptions, { section: 'ciliumMeshLint' });
});
