import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { globSync } from 'node:fs';
import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

import { onceInto } from '../host/install.ts';

export const root = dirname(dirname(import.meta.dirname));

/** Packs what is in dist/ into `folder`, with the script that releases are packed with. Returns the path of the .vsix. */
export async function pack(folder: string): Promise<string> {
  const script = join(root, 'scripts/package.ts');
  const { stdout } = await promisify(execFile)(process.execPath, [script, folder], { cwd: root });
  return stdout.trimEnd().split('\n').at(-1) ?? '';
}

const cache = join(root, '.cache/vsix');

/** Packs once for all windows, as that takes longer than to open one; anew when a file of the package has changed. */
export async function packed(): Promise<string> {
  const folder = join(cache, await digest());
  await onceInto(folder, async (partial) => {
    await pack(partial);
    await removeOld();
  });
  const [file = ''] = (await readdir(folder)).filter((name) => name.endsWith('.vsix'));
  return join(folder, file);
}

/** Of the contents of all files that .vscodeignore lets in. */
async function digest(): Promise<string> {
  const ignore = await readFile(join(root, '.vscodeignore'), 'utf8');
  const patterns = ignore.split('\n').flatMap((line) => (line.startsWith('!') ? [line.slice(1)] : []));
  const hash = createHash('sha256');
  for (const file of globSync(patterns, { cwd: root }).sort()) {
    hash.update(`${file}\0`).update(await readFile(join(root, file)));
  }
  return hash.digest('hex').slice(0, 12);
}

const anHour = 60 * 60_000;

/** Packages of older builds; a younger one may be in use by other tests. */
async function removeOld(): Promise<void> {
  for (const name of await readdir(cache)) {
    const path = join(cache, name);
    const { mtimeMs } = await stat(path);
    if (Date.now() - mtimeMs > anHour) await rm(path, { recursive: true, force: true });
  }
}
