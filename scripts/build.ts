/**
 * Bundles what is shipped into dist/: the extension's client, the language server and the command line.
 *
 *     node scripts/build.ts [--development] [--watch]
 *
 * `--development` keeps names and writes source maps; `--watch` does so too and builds again on every change.
 */
import { chmod, mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';

import { build, context, type BuildOptions } from 'esbuild';

import { bundles, cliFile, shared } from './building/bundles.ts';
import { writeNotices } from './building/notices.ts';

const root = dirname(import.meta.dirname);
const { values: flags } = parseArgs({
  options: { development: { type: 'boolean' }, watch: { type: 'boolean' } },
});
const development = flags.development === true || flags.watch === true;
const builds = bundles.map((bundle): BuildOptions => ({
  ...shared(development),
  ...bundle,
  absWorkingDir: root,
}));

if (flags.watch === true) {
  for (const options of builds) await (await context({ ...options, logLevel: 'info' })).watch();
  console.log('Watching.');
} else {
  // Written when all of them are built: a mistake leaves the last good dist/ as it is.
  const results = await Promise.all(
    builds.map((options) => build({ ...options, write: false, metafile: true })),
  );
  await rm(join(root, 'dist'), { recursive: true, force: true });
  await mkdir(join(root, 'dist'));
  for (const { path, contents } of results.flatMap(({ outputFiles }) => outputFiles)) {
    await writeFile(path, contents);
  }
  await chmod(join(root, cliFile), 0o755);
  await writeNotices(
    root,
    results.flatMap(({ metafile }) => Object.keys(metafile.inputs)),
  );
}
