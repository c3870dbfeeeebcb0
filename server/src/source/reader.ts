import type { Fact } from '../facts/fact.ts';
import type { SourceFile, SourceKind } from './file.ts';

/** Turns one file into facts. Readers never throw and never look at another file. */
export interface Reader {
  readonly kinds: readonly SourceKind[];
  /** The file can only hold a fact of this reader if one of these texts stands in it, or its path matches `paths`. */
  readonly hints: readonly string[];
  readonly paths?: RegExp;
  /** It looks at the lines of a text, which need not be searched for other files inside it. */
  readonly isTextual?: true;
  readonly read: (file: SourceFile) => readonly Fact[];
}
