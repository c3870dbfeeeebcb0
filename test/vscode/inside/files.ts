/** Files of the folder on disk, whatever editors show of them. */
import assert from 'node:assert/strict';

import { afterEach } from 'mocha';
import { type Uri, workspace } from 'vscode';

/** What a file holds. */
export async function read(file: Uri): Promise<string> {
  return new TextDecoder().decode(await workspace.fs.readFile(file));
}

/** Writes a file on disk, past every editor. */
export async function write(file: Uri, text: string): Promise<void> {
  await workspace.fs.writeFile(file, new TextEncoder().encode(text));
}

/** Changes a file on disk. Returns how to put the old text back. */
export async function changeOnDisk(file: Uri, from: string, to: string): Promise<() => Promise<void>> {
  const text = await read(file);
  assert.ok(text.includes(from));
  await write(file, text.replace(from, to));
  return () => write(file, text);
}

/** Puts files back as they are now after each test of the group in which this is called; editors are to be closed before. */
export function restoreAfterEach(...files: readonly Uri[]): void {
  const originals = Promise.all(files.map(async (file) => ({ file, text: await read(file) })));
  afterEach(async () => {
    for (const { file, text } of await originals) if ((await read(file)) !== text) await write(file, text);
  });
}

/** Writes a file that is not there, and deletes it once the check is done. */
export async function withFile(file: Uri, text: string, check: () => Promise<unknown>): Promise<void> {
  await write(file, text);
  try {
    await check();
  } finally {
    await workspace.fs.delete(file);
  }
}
