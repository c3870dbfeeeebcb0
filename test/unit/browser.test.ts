import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { build } from 'esbuild';

const root = join(import.meta.dirname, '../..');

/** What bundles for browsers, made of modules alone, would hold; a part of Node in one is an error already. */
async function bundled(...modules: readonly string[]): Promise<readonly string[]> {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: [...modules],
    outdir: 'nowhere',
    write: false,
    metafile: true,
    bundle: true,
    platform: 'browser',
    format: 'esm',
    external: ['vscode'],
    logLevel: 'silent',
  });
  return Object.keys(metafile.inputs);
}

test('what the server does in a browser needs no part of Node', async () => {
  const inputs = await bundled(
    'server/src/lsp/in-worker.ts',
    'server/src/lsp/server.ts',
    'server/src/features/create-mesh-lint.ts',
  );
  assert.ok(inputs.includes('server/src/lsp/client-host.ts'));
  assert.deepEqual(
    inputs.filter((path) => path.startsWith('server/src/files/disk-')),
    [],
  );
});

test('what the client does in a browser needs no part of Node', async () => {
  const inputs = await bundled('client/src/web.ts');
  assert.ok(inputs.includes('client/src/workspace-files.ts'));
});
