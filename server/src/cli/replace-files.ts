import * as fs from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { decode, encode } from '../files/encoding.ts';

/** A file whose text is to become another; `before` is the text that was checked. */
export interface Replacement {
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

/** Why files were left as they were: the first one that could not be written. */
export interface WriteProblem {
  readonly path: string;
  /** Half a sentence, to stand behind the path. */
  readonly reason: string;
}

/**
 * Replaces the texts of files, all of them or none. Each new text is written beside its file and takes its place in one
 * step, so that nobody ever sees half a file. Links are resolved; mode, owner, encoding and byte order mark are kept.
 */
export function replaceFiles(replacements: readonly Replacement[]): WriteProblem | undefined {
  const staged: StagedFile[] = [];
  const replaced: StagedFile[] = [];
  let path = '';
  try {
    for (const replacement of replacements) {
      path = replacement.path;
      staged.push(stage(replacement));
    }
    for (const file of staged) {
      path = file.target;
      fs.renameSync(file.temporary, file.target);
      replaced.push(file);
    }
    return undefined;
  } catch (error) {
    for (const { temporary } of staged) fs.rmSync(temporary, { force: true });
    for (const file of replaced)
      fs.renameSync(writeBeside(file.target, file.bytes, file.status), file.target);
    return { path, reason: reasonOf(error) };
  }
}

interface StagedFile {
  readonly target: string;
  readonly temporary: string;
  /** What the file held, and how. */
  readonly bytes: Buffer;
  readonly status: fs.Stats;
}

class Refusal extends Error {}

function stage({ path, before, after }: Replacement): StagedFile {
  const target = fs.realpathSync(path);
  const status = fs.statSync(target);
  // Renaming needs no right to write the file itself, but whoever marked it read-only meant it.
  if ((status.mode & 0o222) === 0) throw new Refusal('is marked read-only');
  fs.accessSync(target, fs.constants.W_OK);
  const bytes = fs.readFileSync(target);
  const { text, encoding } = decode(bytes);
  if (text !== before) throw new Refusal('has changed since it was read');
  if (!encode({ text, encoding }).equals(bytes)) throw new Refusal('is not valid UTF-8');
  const temporary = writeBeside(target, encode({ text: after, encoding }), status);
  return { target, temporary, bytes, status };
}

/** Writes a new file into the folder of `target`, with the mode and the owner of `status`. Returns its path. */
function writeBeside(target: string, bytes: Buffer, status: fs.Stats): string {
  const temporary = join(dirname(target), `.${basename(target)}.${process.pid}.tmp`);
  try {
    const descriptor = fs.openSync(temporary, 'wx', status.mode);
    try {
      fs.writeFileSync(descriptor, bytes);
      fs.fchmodSync(descriptor, status.mode);
      if (process.getuid?.() === 0) fs.fchownSync(descriptor, status.uid, status.gid);
      fs.fsyncSync(descriptor);
    } finally {
      fs.closeSync(descriptor);
    }
  } catch (error) {
    fs.rmSync(temporary, { force: true });
    throw error;
  }
  return temporary;
}

const explanations: Readonly<Record<string, string>> = {
  EACCES: 'is not writable',
  EPERM: 'is not writable',
  EROFS: 'is on a read-only file system',
  ENOSPC: 'does not fit: the disk is full',
  ENOENT: 'is gone',
};

function reasonOf(error: unknown): string {
  if (error instanceof Refusal) return error.message;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return (
    explanations[code] ?? `could not be written (${error instanceof Error ? error.message : String(error)})`
  );
}
