import { execFile } from 'node:child_process';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

export const root = dirname(dirname(import.meta.dirname));

/** Packs what is in dist/ into `folder`, with the script that releases are packed with. Returns the path of the .vsix. */
export async function pack(folder: string): Promise<string> {
  const script = join(root, 'scripts/package.ts');
  const { stdout } = await promisify(execFile)(process.execPath, [script, folder], { cwd: root });
  return stdout.trimEnd().split('\n').at(-1) ?? '';
}
