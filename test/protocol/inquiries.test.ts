import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import {
  CompletionItemTag,
  CompletionRequest,
  CompletionResolveRequest,
  CompletionTriggerKind,
  DefinitionRequest,
  DidChangeConfigurationNotification,
  HoverRequest,
  DocumentLinkRequest,
  InsertTextFormat,
  InsertTextMode,
  MarkupContent,
  ReferencesRequest,
  TextEdit,
  type CompletionContext,
  type CompletionItem,
} from 'vscode-languageserver/node';
import type { ClientOptions, TestClient } from '../support/lsp/client.ts';
import { edited } from '../support/lsp/edits.ts';
import { diagnosticsOf } from '../support/lsp/requests.ts';
import { realWorkspace } from '../support/lsp/server-process.ts';
import { only } from '../support/only.ts';

const chart = `apiVersion: v2
name: network
version: 1.0.0
dependencies:
  - name: cilium
    version: 1.18.3
    repository: https://helm.cilium.io
`;
const values = 'cilium:\n  kubeProxyReplacement: true\n  socketLB:\n    enabled: false\n';

/** Opens a values file with a text behind it, and asks at its end. */
async function offeredBehind(
  t: TestContext,
  end: string,
  options: Partial<ClientOptions> = {},
  context?: CompletionContext,
): Promise<{ readonly items: readonly CompletionItem[]; readonly client: TestClient; readonly uri: string }> {
  const { client, uri } = await realWorkspace(t, { 'Chart.yaml': chart }, options);
  const file = uri('values.yaml');
  const text = values + end;
  await client.open(file, text);
  await diagnosticsOf(client, file);
  const answer = await client.connection.sendRequest(CompletionRequest.type, {
    textDocument: { uri: file },
    position: { line: text.split('\n').length - 1, character: text.length - text.lastIndexOf('\n') - 1 },
    ...(context === undefined ? {} : { context }),
  });
  const items = answer === null ? [] : Array.isArray(answer) ? answer : answer.items;
  return { items, client, uri: file };
}

function labelled(items: readonly CompletionItem[], label: string): CompletionItem {
  return only(items.filter((item) => item.label === label));
}

function after(client: TestClient, uri: string, { textEdit }: CompletionItem): string {
  return textEdit !== undefined && TextEdit.is(textEdit) ? edited(client.text(uri), [textEdit]) : '';
}

test('keys are offered with what they are, and written where they belong', async (t) => {
  const { items, client, uri } = await offeredBehind(t, '    ho');
  assert.deepEqual(
    items.map(({ label }) => label),
    ['hostNamespaceOnly', 'terminatePodConnections', 'tracing'],
  );
  const key = labelled(items, 'hostNamespaceOnly');
  assert.equal(key.insertTextFormat, InsertTextFormat.Snippet);
  assert.equal(after(client, uri, key), `${values}    hostNamespaceOnly: \${1|true,false|}`);

  const resolved = await client.connection.sendRequest(CompletionResolveRequest.type, key);
  assert.ok(MarkupContent.is(resolved.documentation));
  assert.match(resolved.documentation.value, /Keeps the socket load balancer out of pods/);
});

test('maps, blocks and deprecated keys look like what they are', async (t) => {
  const { items, client, uri } = await offeredBehind(t, '  ');
  const map = labelled(items, 'cni');
  assert.equal(after(client, uri, map), `${values}  cni:\n    `);
  assert.equal(map.insertTextMode, InsertTextMode.asIs);
  assert.deepEqual(labelled(items, 'localRedirectPolicy').tags, [CompletionItemTag.Deprecated]);
  assert.equal(
    items.some(({ label }) => label === 'hostServices' || label === 'kubeProxyReplacement'),
    false,
  );
  assert.ok(
    (labelled(items, 'cni').sortText ?? '') < (labelled(items, 'localRedirectPolicy').sortText ?? ''),
  );
});

test('a block is documented by what it writes', async (t) => {
  const { client, uri } = await realWorkspace(t, {});
  const file = uri('values.yaml');
  await client.open(file, 'kubeProxyReplacement: true\n');
  const answer = await client.connection.sendRequest(CompletionRequest.type, {
    textDocument: { uri: file },
    position: { line: 1, character: 0 },
  });
  const items = answer === null || Array.isArray(answer) ? [] : answer.items;
  const block = labelled(items, 'mesh-istio-ambient');
  assert.match(after(client, file, block), /^socketLB:\n {2}hostNamespaceOnly: true\ncni:\n/m);
  const resolved = await client.connection.sendRequest(CompletionResolveRequest.type, block);
  assert.ok(MarkupContent.is(resolved.documentation));
  assert.match(resolved.documentation.value, /```yaml\nsocketLB:/);
});

test('a client that knows no snippets and indents by itself gets plain texts of one line', async (t) => {
  const { items, client, uri } = await offeredBehind(t, '  ', { without: ['snippets'] });
  const map = labelled(items, 'cni');
  assert.equal(map.insertTextFormat, undefined);
  assert.equal(after(client, uri, map), `${values}  cni:`);
  assert.equal(after(client, uri, labelled(items, 'extraArgs')), `${values}  extraArgs:`);
  assert.equal(after(client, uri, labelled(items, 'l7Proxy')), `${values}  l7Proxy: false`);
  assert.equal(labelled(items, 'localRedirectPolicy').tags, undefined);
  assert.equal(
    items.some(({ label }) => label.startsWith('mesh-')),
    false,
  );
});

test('behind a space only values are offered', async (t) => {
  const context = { triggerKind: CompletionTriggerKind.TriggerCharacter, triggerCharacter: ' ' };
  assert.deepEqual((await offeredBehind(t, '    ', {}, context)).items, []);
  const { items } = await offeredBehind(t, '  routingMode: ', {}, context);
  assert.deepEqual(
    items.map(({ label }) => label),
    ['native', 'tunnel'],
  );
});

test('completion can be switched off, and on again', async (t) => {
  const { items, client, uri } = await offeredBehind(t, '    ', {
    settings: { completion: { enabled: false } },
  });
  assert.deepEqual(items, []);
  client.configure({});
  await client.connection.sendNotification(DidChangeConfigurationNotification.type, { settings: null });
  await diagnosticsOf(client, uri);
  const answer = await client.connection.sendRequest(CompletionRequest.type, {
    textDocument: { uri },
    position: { line: 4, character: 4 },
  });
  assert.notEqual(answer, null);
});

test('an item that the server never sent is handed back as it came', async (t) => {
  const { client } = await offeredBehind(t, '    ');
  for (const data of [
    undefined,
    'x',
    { topic: { kind: 'key' } },
    { uri: 'file:///x', topic: { kind: 'no' } },
  ]) {
    const item = { label: 'x', ...(data === undefined ? {} : { data }) };
    assert.deepEqual(await client.connection.sendRequest(CompletionResolveRequest.type, item), item);
  }
});

test('a file that is named is a link, and its name leads there', async (t) => {
  const files = {
    'install.sh': 'helm install cilium cilium/cilium -f values.yaml -f missing.yaml\n',
    'values.yaml': 'kubeProxyReplacement: true\n',
  };
  const { client, uri } = await realWorkspace(t, files);
  const file = uri('install.sh');
  await client.open(file, files['install.sh']);
  const textDocument = { uri: file };
  assert.deepEqual(await client.connection.sendRequest(DocumentLinkRequest.type, { textDocument }), [
    {
      range: { start: { line: 0, character: 37 }, end: { line: 0, character: 48 } },
      target: uri('values.yaml'),
    },
  ]);
  const place = { textDocument, position: { line: 0, character: 40 } };
  assert.deepEqual(await client.connection.sendRequest(DefinitionRequest.type, place), [
    {
      uri: uri('values.yaml'),
      range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
    },
  ]);
});

test('labels are offered in commands', async (t) => {
  const { client, uri } = await realWorkspace(t, {});
  const file = uri('mesh.sh');
  await client.open(file, 'kubectl label namespace shop istio.io/dataplane-mode=\n');
  const answer = await client.connection.sendRequest(CompletionRequest.type, {
    textDocument: { uri: file },
    position: { line: 0, character: 53 },
    context: { triggerKind: CompletionTriggerKind.TriggerCharacter, triggerCharacter: '=' },
  });
  const items = answer === null || Array.isArray(answer) ? [] : answer.items;
  assert.deepEqual(
    items.map((item) => [item.label, after(client, file, item)]),
    [
      ['ambient', 'kubectl label namespace shop istio.io/dataplane-mode=ambient\n'],
      ['none', 'kubectl label namespace shop istio.io/dataplane-mode=none\n'],
    ],
  );
});

test('a key leads to the layer that decides, and to all that set it', async (t) => {
  const files = {
    'values.yaml': 'kubeProxyReplacement: true\nroutingMode: tunnel\n',
    'install.sh': 'helm install cilium cilium/cilium -f values.yaml --set routingMode=native\n',
  };
  const { client, uri } = await realWorkspace(t, files);
  const file = uri('values.yaml');
  await client.open(file, files['values.yaml']);
  const place = { textDocument: { uri: file }, position: { line: 1, character: 3 } };
  assert.deepEqual(await client.connection.sendRequest(DefinitionRequest.type, place), [
    {
      uri: uri('install.sh'),
      range: { start: { line: 0, character: 55 }, end: { line: 0, character: 66 } },
    },
  ]);
  const references = await client.connection.sendRequest(ReferencesRequest.type, {
    ...place,
    context: { includeDeclaration: true },
  });
  assert.deepEqual(
    (references ?? []).map((location) => location.uri),
    [file, uri('install.sh')],
  );
});

test('nothing is said about documents that are not to be read', async (t) => {
  const text =
    'apiVersion: v1\nkind: Namespace\nmetadata:\n  name: shop\n  labels:\n    istio-injection: enabled\n';
  for (const settings of [{ enable: false }, { exclude: ['*.yaml'] }]) {
    const { client, uri } = await realWorkspace(t, {}, { settings });
    const file = uri('namespace.yaml');
    await client.open(file, text);
    await diagnosticsOf(client, file);
    const place = { textDocument: { uri: file }, position: { line: 5, character: 6 } };
    const { connection } = client;
    assert.equal(await connection.sendRequest(HoverRequest.type, place), null);
    assert.equal(await connection.sendRequest(CompletionRequest.type, place), null);
    assert.deepEqual(
      await connection.sendRequest(ReferencesRequest.type, {
        ...place,
        context: { includeDeclaration: true },
      }),
      [],
    );
  }
});
