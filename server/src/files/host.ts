import type { ArchiveProblem } from './archive.ts';
import type { SourceText } from './read-source.ts';
import type { UnreadReason } from './read-text.ts';

/** There at once (a disk is read synchronously) or later. */
export type Soon<T> = T | Promise<T>;

/** Whatever gives the server the files of the workspace. Nothing of it throws or rejects for what the files are like. */
export interface FileHost {
  /**
   * The files of a folder as they are now. It remembers what it learns of exclusions, so it lives for one scan or one
   * batch of events. Undefined for folders out of its reach.
   * @param folder canonical URI, without a slash at its end
   * @param exclude globs of the user
   */
  readonly folder: (folder: string, exclude: readonly string[]) => FolderFiles | undefined;
  /** The text of a file; undefined if it cannot be read. */
  readonly text: (uri: string) => Soon<string | undefined>;
}

/** The files of interest in a folder; what is excluded does not exist here. URIs are canonical. */
export interface FolderFiles {
  /** Reads all of them and hands their texts on, in short slices. `visit` must not throw. */
  readonly scan: (options: ScanScope, visit: (text: SourceText) => void) => Promise<ScanSummary>;
  /** Reads one file; no texts if there is none that is to be read. */
  readonly read: (uri: string) => Soon<readonly SourceText[]>;
  /** Whether a scan that starts at a URI may find something. */
  readonly isFolder: (uri: string) => Soon<boolean>;
}

export interface ScanScope {
  /** Ends the scan early; the summary then covers what was read. */
  readonly signal: AbortSignal;
  /** A folder below the scanned one, where only that part is wanted; relative, with forward slashes. */
  readonly start?: string;
}

/** A file or folder that a scan could not read, although it is there. */
export interface SkippedPath {
  /** Absolute, or a URI where files have no paths. */
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
