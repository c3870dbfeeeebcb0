import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { URI } from 'vscode-uri';
import { fakeWorkspace } from '../../support/lsp/fake-workspace.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

test('closed files are told without being opened, in full', async (t) => {
  const { client, uri } = await fakeWorkspace(t, { 'mesh.yaml': 'MESH', 'values.yaml': 'a: 1\nb: BYPASS\n' });
  const { diagnostics, version } = await client.publishedThat(
    uri('values.yaml'),
    (items) => items.length > 0,
  );
  assert.equal(version, undefined);
  assert.deepEqual(diagnostics, [
    {
      range: { start: { line: 1, character: 3 }, end: { line: 1, character: 9 } },
      severity: 1,
      code: 'socket-lb-bypasses-mesh',
      codeDescription: {
        href: 'https://github.com/cilium-mesh-lint/cilium-mesh-lint/blob/main/docs/rules/socket-lb-bypasses-mesh.md',
      },
      source: 'cilium-mesh-lint',
      message: 'BYPASS meets a mesh.',
      relatedInformation: [
        {
          location: {
            uri: uri('mesh.yaml'),
            range: { start: { line: 0, character: 0 }, end: { line: 0, character: 4 } },
          },
          message: 'The mesh.',
        },
      ],
      data: { fixes: ['Cure'] },
    },
  ]);
});

test('a client without related information gets none', async (t) => {
  const files = { 'mesh.yaml': 'MESH', 'values.yaml': 'BYPASS' };
  const { client, uri } = await fakeWorkspace(t, files, { without: ['relatedInformation'] });
  const { diagnostics } = await client.publishedThat(uri('values.yaml'), (items) => items.length > 0);
  assert.equal(diagnostics[0]?.relatedInformation, undefined);
});

test('an open document wins over its file, and its diagnostics carry its version', async (t) => {
  const { client, uri } = await fakeWorkspace(t, { 'mesh.yaml': 'MESH', 'values.yaml': 'BYPASS' });
  await client.publishedThat(uri('values.yaml'), (items) => items.length === 1);
  await client.open(uri('values.yaml'), 'BYPASS BYPASS', 7);
  const two = await client.publishedThat(uri('values.yaml'), (items) => items.length === 2);
  assert.equal(two.version, 7);
  await client.change(uri('values.yaml'), 'BYPASS', 'x');
  const one = await client.publishedThat(uri('values.yaml'), (items) => items.length === 1);
  assert.equal(one.version, 8);
  assert.equal(one.diagnostics[0]?.range.start.character, 2);
});

test('a change in one file clears the diagnostics of another', async (t) => {
  const { client, uri } = await fakeWorkspace(t, { 'mesh.yaml': 'MESH', 'values.yaml': 'BYPASS' });
  await client.publishedThat(uri('values.yaml'), (items) => items.length === 1);
  await client.open(uri('mesh.yaml'), 'MESH');
  await client.change(uri('mesh.yaml'), 'MESH', 'none');
  const { diagnostics } = await client.publishedThat(uri('values.yaml'), (items) => items.length === 0);
  assert.deepEqual(diagnostics, []);
});

test('after closing, the file on disk counts again', async (t) => {
  const { client, uri } = await fakeWorkspace(t, { 'mesh.yaml': 'MESH', 'values.yaml': 'BYPASS' });
  await client.publishedThat(uri('values.yaml'), (items) => items.length === 1);
  await client.open(uri('values.yaml'), 'nothing');
  await client.publishedThat(uri('values.yaml'), (items) => items.length === 0);
  await client.close(uri('values.yaml'));
  const { version } = await client.publishedThat(uri('values.yaml'), (items) => items.length === 1);
  assert.equal(version, undefined);
});

test('a document outside of every folder is read alone', async (t) => {
  const { client, uri } = await fakeWorkspace(t, { 'mesh.yaml': 'MESH' });
  const outside = temporaryFolder(t, {});
  const lone = URI.file(join(outside, 'lone.yaml')).toString();
  await client.open(lone, 'BYPASS');
  await client.open(uri('values.yaml'), 'BYPASS');
  await client.publishedThat(uri('values.yaml'), (items) => items.length === 1);
  assert.equal(client.published.has(lone), false);
  await client.change(lone, 'BYPASS', 'BYPASS MESH');
  await client.publishedThat(lone, (items) => items.length === 1);
});

test('a client that escapes URIs in its own way is answered in its spelling, without duplicates', async (t) => {
  const { client, uri } = await fakeWorkspace(t, { 'mesh (1).yaml': 'MESH', 'values (1).yaml': 'BYPASS' });
  const own = decodeURIComponent(uri('values (1).yaml'));
  assert.notEqual(own, uri('values (1).yaml'));
  await client.ready();
  await client.open(own, 'BYPASS BYPASS');
  const { diagnostics } = await client.publishedThat(own, (items) => items.length === 2);
  assert.equal(diagnostics.length, 2);
  await client.open(decodeURIComponent(uri('mesh (1).yaml')), 'none');
  await client.publishedThat(own, (items) => items.length === 0);
});

test('a file that a reader fails on costs nothing but its own findings', async (t) => {
  const { client, uri } = await fakeWorkspace(t, {
    'mesh.yaml': 'MESH',
    'bad.yaml': 'THROW',
    'values.yaml': 'BYPASS',
  });
  await client.publishedThat(uri('values.yaml'), (items) => items.length === 1);
  await client.open(uri('bad.yaml'), 'THROW');
  await client.change(uri('bad.yaml'), 'THROW', 'BYPASS');
  await client.publishedThat(uri('bad.yaml'), (items) => items.length === 1);
});
