import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Writes dist/third-party-notices.txt: the licence of every package that one of the bundles contains.
 *
 * `inputs` are the bundled files, relative to `root`. Throws where a package comes without a licence text:
 * it could not be shipped, unless it names the MIT licence.
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
  const { name, version, author, license } = aboutPackage(
    await readFile(join(folder, 'package.json'), 'utf8'),
  );
  const file = (await readdir(folder)).find((entry) =>
    /^licen[cs]e(?:-[a-z0-9-]+)?(?:\.(?:md|txt))?$/i.test(entry),
  );
  if (file !== undefined)
    return `${name} ${version}\n\n${(await readFile(join(folder, file), 'utf8')).trim()}`;
  if (license !== 'MIT') throw new Error(`${name} comes without a licence text.`);
  return `${name} ${version}\n\n${mitLicence(author)}`;
}

interface AboutPackage {
  readonly name: string;
  readonly version: string;
  readonly author: string;
  /** An SPDX expression. */
  readonly license: string;
}

function aboutPackage(manifest: string): AboutPackage {
  const content: unknown = JSON.parse(manifest);
  if (typeof content !== 'object' || content === null) throw new Error('A package.json is no object.');
  const text = (key: string): string => {
    const value: unknown = Reflect.get(content, key);
    return typeof value === 'string' ? value : 'unknown';
  };
  return { name: text('name'), version: text('version'), author: text('author'), license: text('license') };
}

/** The text that a package means which names the licence and leaves the file out (https://spdx.org/licenses/MIT.html). */
function mitLicence(holder: string): string {
  return `MIT License

Copyright (c) ${holder}

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation
files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy,
modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the
Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the
Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE
WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR
COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE,
ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;
}
