import assert from 'node:assert/strict';
import { chmodSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import {
  DidChangeWatchedFilesNotification,
  FileChangeType,
  type FileEvent,
} from 'vscode-languageserver/node';
import { counts, diagnosticsOf, pullWorkspace } from '../support/lsp/requests.ts';
import { realWorkspace } from '../support/lsp/server-process.ts';
import { shop } from '../support/lsp/shop.ts';
import { until } from '../support/lsp/until.ts';
import { only } from '../support/only.ts';

test('a file that changes on disk is heard of and read', async (t) => {
  const { client, folder, uri } = await realWorkspace(t, shop);
  assert.deepEqual(counts(await pullWorkspace(client)), { 'values.yaml': 1 });
  await until(() => client.registrations.some(({ method }) => method === 'workspace/didChangeWatchedFiles'));

  rmSync(join(folder, 'cilium/values.yaml'));
  const changes: FileEvent[] = [{ uri: uri('cilium/values.yaml'), type: FileChangeType.Deleted }];
  await client.connection.sendNotification(DidChangeWatchedFilesNotification.type, { changes });
  const known = [{ uri: uri('cilium/values.yaml'), value: 'old' }];
  assert.deepEqual(counts(await pullWorkspace(client, known)), { 'values.yaml': 0 });
});

test('broken, empty, huge, foreign and odd files cost nothing', async (t) => {
  const { client, folder, server, uri, end } = await realWorkspace(t, {
    ...shop,
    'empty.yaml': '',
    'broken.yaml': 'kubeProxyReplacement: [true\n  : : :\n- {"\n',
    'conflict.yaml': '<<<<<<< ours\nkubeProxyReplacement: true\n=======\nsocketLB: {}\n>>>>>>> theirs\n',
    'binary.yaml': Buffer.from([0, 255, 254, 13, 0, 10, 200, 7]),
    'huge.yaml': Buffer.alloc(5_000_001, '# istio-injection\n'),
    'deep.yaml': `${'a: {'.repeat(3_000)}kubeProxyReplacement: true`,
    'utf-16.yaml': Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('istio: x\n', 'utf16le')]),
  });
  symlinkSync('self.yaml', join(folder, 'self.yaml'));
  symlinkSync('..', join(folder, 'cilium', 'round'));
  if (process.getuid?.() !== 0) {
    writeFileSync(join(folder, 'locked.yaml'), 'istio-injection: enabled');
    chmodSync(join(folder, 'locked.yaml'), 0o000);
  }
  assert.equal(counts(await pullWorkspace(client))['values.yaml'], 1);
  await client.open(uri('broken.yaml'), 'kubeProxyReplacement: [');
  await client.change(uri('broken.yaml'), '[', '{ a: b');
  await diagnosticsOf(client, uri('broken.yaml'));
  assert.equal(server.complaints(), '');
  assert.equal(await end(), 0);
});

test('files that vanish while the workspace is read do no harm', async (t) => {
  const files: Record<string, string> = { ...shop };
  for (let i = 0; i < 1_500; i++) files[`z/${i}.yaml`] = shop['shop/namespace.yaml'].repeat(20);
  const { client, folder, end } = await realWorkspace(t, files);
  rmSync(join(folder, 'z'), { recursive: true });
  assert.deepEqual(counts(await pullWorkspace(client)), { 'values.yaml': 1 });
  assert.equal(await end(), 0);
});

test('positions of a file with a byte order mark are those of the editor, open or closed', async (t) => {
  const text = shop['cilium/values.yaml'];
  const { client, uri } = await realWorkspace(t, { ...shop, 'cilium/values.yaml': `\uFEFF${text}` });
  const closed = only((await pullWorkspace(client)).items);
  await client.open(uri('cilium/values.yaml'), text);
  const open = only(await diagnosticsOf(client, uri('cilium/values.yaml')));
  assert.ok(closed.kind === 'full');
  assert.deepEqual(only(closed.items).range, open.range);
});
