import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HoverRequest, MarkupContent } from 'vscode-languageserver/node';
import { edited, editsByFile } from '../support/lsp/edits.ts';
import { actionsIn, diagnosticsOf, resolved } from '../support/lsp/requests.ts';
import { realWorkspace } from '../support/lsp/server-process.ts';
import { cured, shop } from '../support/lsp/shop.ts';
import { only } from '../support/only.ts';

test('a finding, its preferred fix, the edit applied: clean', async (t) => {
  const { client, uri } = await realWorkspace(t, shop);
  const values = uri('cilium/values.yaml');
  await client.open(values, shop['cilium/values.yaml']);
  const diagnostics = await diagnosticsOf(client, values);
  const { range } = only(diagnostics);
  const action = only((await actionsIn(client, values, {}, range)).filter(({ isPreferred }) => isPreferred));
  assert.equal(action.edit, undefined);
  assert.deepEqual(action.diagnostics, diagnostics);

  const { edit } = await resolved(client, action);
  const text = edited(client.text(values), editsByFile(edit).get(values) ?? []);
  assert.equal(text, cured);
  await client.change(values, client.text(values), text);
  assert.deepEqual(await diagnosticsOf(client, values), []);
  assert.deepEqual(await actionsIn(client, values), []);
});

test('fixing all on saving gives the same text', async (t) => {
  const { client, uri } = await realWorkspace(t, shop);
  const values = uri('cilium/values.yaml');
  await client.open(values, shop['cilium/values.yaml']);
  const action = only(await actionsIn(client, values, { only: ['source.fixAll'] }));
  const { edit } = await resolved(client, action);
  assert.equal(edited(client.text(values), editsByFile(edit).get(values) ?? []), cured);
});

test('a fix of a document with Windows line ends keeps them', async (t) => {
  const { client, uri } = await realWorkspace(t, shop);
  const values = uri('cilium/values.yaml');
  await client.open(values, shop['cilium/values.yaml'].replaceAll('\n', '\r\n'));
  const action = only(await actionsIn(client, values, { only: ['source.fixAll'] }));
  const { edit } = await resolved(client, action);
  const text = edited(client.text(values), editsByFile(edit).get(values) ?? []);
  assert.equal(text, cured.replaceAll('\n', '\r\n'));
});

test('a hover explains the key under the pointer', async (t) => {
  const { client, uri } = await realWorkspace(t, shop);
  const values = uri('cilium/values.yaml');
  await client.open(values, shop['cilium/values.yaml']);
  const hover = await client.connection.sendRequest(HoverRequest.type, {
    textDocument: { uri: values },
    position: { line: 0, character: 5 },
  });
  assert.ok(hover !== null && MarkupContent.is(hover.contents));
  assert.match(hover.contents.value, /kubeProxyReplacement/);
  assert.deepEqual(hover.range?.start, { line: 0, character: 0 });
});
