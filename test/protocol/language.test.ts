import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CompletionRequest, HoverRequest, MarkupContent, type Diagnostic } from 'vscode-languageserver/node';
import { htmlReportRequest } from '../../server/src/lsp/html-report.ts';
import { statusRequest } from '../../server/src/lsp/status.ts';
import { trafficRequest } from '../../server/src/lsp/traffic.ts';
import { actionsIn, diagnosticsOf } from '../support/lsp/requests.ts';
import { realWorkspace } from '../support/lsp/server-process.ts';
import { shop } from '../support/lsp/shop.ts';
import { only } from '../support/only.ts';

const spoken = (message: Diagnostic['message']): string =>
  typeof message === 'string' ? message : message.value;

test('an editor in German is answered in German', async (t) => {
  const { client, uri } = await realWorkspace(t, shop, { locale: 'de' });
  const values = uri('cilium/values.yaml');
  await client.open(values, shop['cilium/values.yaml']);

  const { message, range, relatedInformation = [] } = only(await diagnosticsOf(client, values));
  assert.match(spoken(message), /ersetzt schon in den Pods die ClusterIP eines Service durch eine Pod-IP/);
  assert.match(spoken(message), /Setzen Sie `socketLB\.hostNamespaceOnly: true`/);
  assert.match(relatedInformation.map((one) => one.message).join('\n'), /nimmt durch `istio-injection` teil/);

  const titles = (await actionsIn(client, values, {}, range)).map(({ title }) => title);
  assert.ok(titles.includes('socketLB.hostNamespaceOnly: true setzen'), titles.join('\n'));
  assert.ok(titles.includes('socket-lb-bypasses-mesh in dieser Zeile unterdrücken'), titles.join('\n'));

  const textDocument = { uri: values };
  const hover = await client.connection.sendRequest(HoverRequest.type, {
    textDocument,
    position: { line: 0, character: 3 },
  });
  assert.ok(MarkupContent.is(hover?.contents));
  assert.match(hover.contents.value, /Ob Cilium die Arbeit von kube-proxy übernimmt/);
  assert.match(hover.contents.value, /\*\*Hier in Kraft:\*\* `true` für Cilium/);

  const traffic = await client.connection.sendRequest(trafficRequest);
  assert.match(traffic?.views[0]?.today.summary ?? '', /das Mesh wird also umgangen/);
  assert.match(traffic?.views[0]?.today.svg ?? '', /UMGANGEN/);
  const status = await client.connection.sendRequest(statusRequest);
  assert.deepEqual(status?.meshes, ['Istio-Sidecars']);
  const page = (await client.connection.sendRequest(htmlReportRequest, {})) ?? '';
  assert.match(page, /<html lang="de">/);
  assert.match(page, /Was gefunden wurde/);

  await client.change(values, 'k8sServiceHost', 'k8sServiceHostX');
  const completion = await client.connection.sendRequest(CompletionRequest.type, {
    textDocument,
    position: { line: 1, character: 0 },
  });
  assert.notEqual(completion, null);
});

test('an editor in a language without a translation is answered in English', async (t) => {
  const { client, uri } = await realWorkspace(t, shop, { locale: 'cy' });
  const { message } = only(await diagnosticsOf(client, uri('cilium/values.yaml')));
  assert.match(spoken(message), /replaces a Service's ClusterIP by a pod IP inside the pods/);
});
