import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Writes dist/third-party-notices.txt: the licence of every package that one of the bundles contains.
 *
 * `inputs` are the bundled files, relative to `root`. Throws where a package comes without a licence text:
 * it could not be shipped.
 */
export async function writeNotices(root: string, inputs: readonly string[]): Promise<void> {
  const folders = [...new Set(inputs.flatMap((input) => packageFolder(input) ?? []))].sort();
  const notices = await Promise.all(folders.map((folder) => noticeOf(join(root, folder))));
  const introduction = 'Cilium Mesh Lint contains the following packages, under the licences given here.';
  await writeFile(join(root, 'dist/third-party-notices.txt'), [introduction, ...notices].join(separator));
}

const separator = `\n\n${'-'.repeat(100)}\n\n`;

/** `node_modules/a/lib/b.js` is of `node_modules/a`; our own files are of no package. */
function packageFolder(input: string): string | undefined {
  return /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0];
}

async function noticeOf(folder: string): Promise<string> {
  const { name, version } = nameAndVersion(await readFile(join(folder, 'package.json'), 'utf8'));
  const file = (await readdir(folder)).find((entry) =>
    /^licen[cs]e(?:-[a-z0-9-]+)?(?:\.(?:md|txt))?$/i.test(entry),
  );
  if (file === undefined) throw new Error(`${name} comes without a licence text.`);
  return `${name} ${version}\n\n${(await readFile(join(folder, file), 'utf8')).trim()}`;
}

function nameAndVersion(manifest: string): { name: string; version: string } {
  const content: unknown = JSON.parse(manifest);
  if (typeof content !== 'object' || content === null) throw new Error('A package.json is no object.');
  const text = (key: string): string => {
    const value: unknown = Reflect.get(content, key);
    return typeof value === 'string' ? value : 'unknown';
  };
  return { name: text('name'), version: text('version') };
}
