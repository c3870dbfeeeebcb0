import assert from 'node:assert/strict';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';

import { listFiles, PackageManager } from '@vscode/vsce';

import { trafficPictures as pictures } from '../../scripts/docs/traffic-pictures.ts';
import { packed, root } from './pack.ts';

const mebibyte = 2 ** 20;

describe('The packaged extension', () => {
  it('carries the bundles, the pages of the rules, and nothing that it does not need', async () => {
    const rules = (await readdir(join(root, 'docs/rules'))).filter((file) => file.endsWith('.md'));
    const expected = [
      'CHANGELOG.md',
      'LICENSE',
      'README.md',
      'dist/client.cjs',
      'dist/server.js',
      'dist/third-party-notices.txt',
      'dist/traffic.js',
      'dist/web-client.cjs',
      'docs/configuration.md',
      ...pictures.map(({ file }) => file),
      ...['problems', 'quick-fix'].flatMap((name) => [
        `docs/images/${name}-dark.webp`,
        `docs/images/${name}-light.webp`,
      ]),
      ...rules.map((file) => `docs/rules/${file}`),
      'icon.png',
      'l10n/bundle.l10n.de.json',
      'package.json',
      'package.nls.de.json',
      'package.nls.json',
      'schemas/configuration.schema.json',
    ];
    const files = await listFiles({ cwd: root, packageManager: PackageManager.None });
    assert.deepEqual(files.sort(), expected.sort());
  });

  it('is smaller than one mebibyte', async () => {
    const { size } = await stat(await packed());
    assert.ok(size < mebibyte, `${size} bytes`);
  });
});
