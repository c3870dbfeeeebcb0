import type { Exclusion } from './exclusion.ts';
import type { ScanScope, ScanSummary, SkippedPath } from './host.ts';
import { readSource, type SourceText } from './read-source.ts';
import { inSlices } from './slices.ts';
import { walk } from './walk.ts';

/** A workspace with more files of interest than this is read only in part, and the summary says so. */
const defaultMaxFiles = 100_000;

export interface ScanOptions extends ScanScope {
  readonly exclusion: Exclusion;
  /** Files beyond this number are not read. */
  readonly maxFiles?: number;
}

/**
 * Reads every file of interest in a folder tree and hands its text on, or the texts packed in it, in short slices
 * between which other work gets its turn. Texts are not kept. Never throws for what the file system does; a failing `visit`
 * ends the scan.
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
