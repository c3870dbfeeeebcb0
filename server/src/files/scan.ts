import type { ArchiveProblem } from './archive.ts';
import type { Exclusion } from './exclusion.ts';
import { readSource, type SourceText } from './read-source.ts';
import type { UnreadReason } from './read-text.ts';
import { inSlices } from './slices.ts';
import { walk } from './walk.ts';

/** A workspace with more files of interest than this is read only in part, and the summary says so. */
export const defaultMaxFiles = 100_000;

export interface ScanOptions {
  readonly exclusion: Exclusion;
  /** Ends the scan early; the summary then covers what was read. */
  readonly signal: AbortSignal;
  /** Files beyond this number are not read. */
  readonly maxFiles?: number;
  /** A folder below the scanned one, where only that part is wanted; relative, with forward slashes. */
  readonly start?: string;
}

/** A file or folder that a scan could not read, although it is there. */
export interface SkippedPath {
  /** Absolute. */
  readonly path: string;
  readonly reason: Exclude<UnreadReason, 'vanished'> | ArchiveProblem;
}

export interface ScanSummary {
  /** Files read, each archive as one. */
  readonly files: number;
  readonly skipped: readonly SkippedPath[];
  /** There were more files than allowed: the rest was not looked at. */
  readonly limitReached: boolean;
}

/**
 * Reads every file of interest in a folder tree and hands its text on, or the texts packed in it, in short slices
 * between which other work gets its turn. Texts are not kept. Never throws for what the file system does; a failing `visit` ends the scan.
 * @param folder absolute path
 */
export async function scanFolder(
  folder: string,
  options: ScanOptions,
  visit: (text: SourceText) => void,
): Promise<ScanSummary> {
  const { exclusion, signal, maxFiles = defaultMaxFiles, start } = options;
  const skipped: SkippedPath[] = [];
  let files = 0;
  let limitReached = false;

  const readFile = (path: string): void => {
    const outcome = readSource(path);
    if (outcome.ok) {
      files++;
      outcome.texts.forEach(visit);
    } else if (outcome.reason !== 'vanished') {
      skipped.push({ path, reason: outcome.reason });
    }
  };

  await inSlices(walk(folder, exclusion, start), signal, (step) => {
    if (step.kind === 'unreadable') skipped.push({ path: step.path, reason: 'unreadable' });
    if (step.kind !== 'file') return true;
    limitReached = files >= maxFiles;
    if (!limitReached) readFile(step.path);
    return !limitReached;
  });
  return { files, skipped, limitReached };
}
