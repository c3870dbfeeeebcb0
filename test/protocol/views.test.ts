import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Traffic as SeenByClient } from '../../client/src/traffic/traffic.ts';
import type { Status as StatusOfClient } from '../../client/src/status.ts';
import { checkRequest } from '../../server/src/lsp/check.ts';
import { htmlReportRequest } from '../../server/src/lsp/html-report.ts';
import { statusRequest } from '../../server/src/lsp/status.ts';
import { trafficRequest } from '../../server/src/lsp/traffic.ts';
import { realWorkspace } from '../support/lsp/server-process.ts';
import { cured, shop } from '../support/lsp/shop.ts';
import { only } from '../support/only.ts';

test('the status says what is installed and how much is wrong', async (t) => {
  const { client } = await realWorkspace(t, shop);
  const status: StatusOfClient | null = await client.connection.sendRequest(statusRequest);
  assert.ok(status);
  assert.equal(status.files, Object.keys(shop).length);
  assert.match(only(status.installs), /^Cilium /);
  assert.deepEqual(status.meshes, ['Istio sidecars']);
  assert.equal(status.findings.error, 1);
});

test('pictures of how calls travel hold nothing that a page would have to fetch', async (t) => {
  const { client } = await realWorkspace(t, shop);
  const traffic: SeenByClient | null = await client.connection.sendRequest(trafficRequest);
  assert.ok(traffic);
  const view = only(traffic.views);
  assert.equal(view.mesh, 'Istio');
  assert.ok(view.today.isBypassed);
  assert.ok(view.mended !== undefined && !view.mended.isBypassed);
  assert.doesNotMatch(`${traffic.style}${view.today.svg}`, /<style|<script|@import|url\((?!#)/);
});

test('the report is a page about the workspace, with paths below its folder', async (t) => {
  const { client } = await realWorkspace(t, shop);
  const page = await client.connection.sendRequest(htmlReportRequest, {});
  assert.match(page ?? '', /^<!DOCTYPE html>/);
  assert.match(page ?? '', /<span class="place-name">cilium\/values\.yaml:1<\/span>/);
});

test('the report of an editor links to its places, by the command that the editor names', async (t) => {
  const { client, uri } = await realWorkspace(t, shop);
  const page = await client.connection.sendRequest(htmlReportRequest, { placeCommand: 'go.there' });
  const links = [
    ...(page ?? '').matchAll(/<a class="place-name" href="command:go\.there\?([^"]*)">([^<]*)</g),
  ];
  const places = links.map(([, place = '', name]): readonly unknown[] => [
    JSON.parse(decodeURIComponent(place)),
    name,
  ]);
  const start = { line: 0, character: 0 };
  const end = { line: 0, character: 'kubeProxyReplacement'.length };
  assert.deepEqual(places[0], [
    [{ uri: uri('cilium/values.yaml'), range: { start, end } }],
    'cilium/values.yaml:1',
  ]);
  assert.ok(
    places.some(([, name]) => name === 'shop/namespace.yaml:6'),
    JSON.stringify(places),
  );
});

test('checking the workspace reads anew what nobody told of', async (t) => {
  const { client, folder } = await realWorkspace(t, shop);
  await client.ready();
  writeFileSync(join(folder, 'cilium/values.yaml'), cured);
  const status: StatusOfClient | null = await client.connection.sendRequest(checkRequest);
  assert.deepEqual(status?.findings, { error: 0, warning: 0, information: 0, hint: 0 });
  assert.equal(status.files, Object.keys(shop).length);
});
