import type { Inquiry } from './inquiry.ts';
import type { Finding, Fix } from '../rules/finding.ts';
import type { TextEdit } from '../edits/edit.ts';
import type { IndexStatistics } from '../workspace/fact-index.ts';
import type { Overview } from './overview/model.ts';
import type { Workloads } from './workloads/model.ts';
import type { Position } from '../workspace/positions.ts';

/** Edits of one file that belong to a fix; offsets count in the text that `readText` gave. */
export interface FileEdits {
  readonly uri: string;
  readonly edits: readonly TextEdit[];
}

/** What became of a fix: all of its edits, or why it cannot be made. Never half of it. */
export type FixOutcome =
  | { readonly ok: true; readonly files: readonly FileEdits[] }
  | { readonly ok: false; readonly reason: string };

/**
 * The whole engine behind one object, without editor, connection, file system or clock: texts go in, findings, fixes
 * and hovers come out. The language server and the command line are two thin hosts of it.
 */
export interface MeshLint {
  /**
   * Takes the text of a new or changed file (any URI; what cannot matter is ignored). Returns whether findings may have
   * changed.
   */
  readonly update: (uri: string, text: string) => boolean;
  /** Forgets a file. Returns whether findings may have changed. */
  readonly remove: (uri: string) => boolean;
  /**
   * Works out the findings in steps, for whoever has many files and lets others have their turn in between. A change in
   * between ends it: `findings` then works them out anew, as it does without it.
   */
  readonly prepare: () => Iterable<void>;
  /** All findings over the workspace as it stands, computed once per change, ordered by file and place. */
  readonly findings: () => readonly Finding[];
  /** Findings of one file; an empty list for files without any. */
  readonly findingsIn: (uri: string) => readonly Finding[];
  /** The position of an offset in a file that has facts. */
  readonly positionAt: (uri: string, offset: number) => Position;
  /** Turns a fix into edits of the texts as they are now. */
  readonly editsOf: (fix: Fix, readText: (uri: string) => string | undefined) => FixOutcome;
  /** What an editor asks about places in files: hovers, completions and the like. */
  readonly inquiry: Inquiry;
  /** What the workspace is made of, for views. */
  readonly overview: () => Overview;
  /** Who runs there, and what applies to whom. */
  readonly workloads: () => Workloads;
  readonly statistics: () => IndexStatistics;
}
