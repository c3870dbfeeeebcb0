import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';

import { build } from 'esbuild';

const root = join(import.meta.dirname, '../../..');
const folder = join(root, 'out/yaml-extension');

/** Builds the stand-in for Red Hat's YAML extension. Returns its folder. */
export async function buildYamlExtension(): Promise<string> {
  await build({
    entryPoints: [join(import.meta.dirname, 'extension.ts')],
    outfile: join(folder, 'extension.cjs'),
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node22',
    external: ['vscode', 'yaml-language-server'],
    logLevel: 'warning',
  });
  await copyFile(join(import.meta.dirname, 'package.json'), join(folder, 'package.json'));
  return folder;
}
