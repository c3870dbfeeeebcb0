/**
 * Packs the built extension: `node scripts/package.ts [folder]` writes cilium-mesh-lint-VERSION.vsix to the
 * folder, by default the root of the repository, and prints its path.
 */
import { dirname, join, resolve } from 'node:path';

import { createVSIX } from '@vscode/vsce';

import manifest from '../package.json' with { type: 'json' };

const root = dirname(import.meta.dirname);
const file = join(resolve(process.argv[2] ?? root), `${manifest.name}-${manifest.version}.vsix`);

// Everything is bundled: no package of node_modules goes along.
await createVSIX({ cwd: root, packagePath: file, dependencies: false });
console.log(file);
