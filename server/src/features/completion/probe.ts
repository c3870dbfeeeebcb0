import type { Span } from '../../facts/location.ts';

/**
 * A word that nobody writes. It is put where the cursor stands, so that the readers themselves find out what that place
 * is: in every form of delivery, and also where the text is not finished.
 */
export const probe = 'ciliumMeshLintProbe';

/** A guess at what is being written at a place, and the text with the probe there. */
export type Probed = KeyProbe | ValueProbe | ArgumentProbe;

/** Terraform's own language has maps of values too. */
type Language = 'yaml' | 'hcl';

/** A key of a map. */
export interface KeyProbe extends Typed {
  readonly kind: 'key';
  readonly language: Language;
  /** The column in which the key begins. */
  readonly column: number;
  /** The line goes on with a colon, or with what stands for one. */
  readonly hasColon: boolean;
  /** The map is written in braces: everything stays in the line. */
  readonly isInBraces: boolean;
  /** What has to follow the entry: a comma where others come behind it in the same braces. */
  readonly tail: string;
}

/** A value behind a key. */
export interface ValueProbe extends Typed {
  readonly kind: 'value';
  readonly language: Language;
  /** What has to stand before it: there is no space behind the colon yet. */
  readonly lead: string;
}

/** Helm's grammar, `a.b=c`: an argument of `--set`, or the name of an item that becomes one. */
export interface ArgumentProbe extends Typed {
  readonly kind: 'argument';
  /** The keys before the one that is being typed, such as `cilium.socketLB.`; the whole path is replaced. */
  readonly parent: string;
  /** The key is to be followed by `=`. */
  readonly wantsEquals: boolean;
}

/** The text with something in place of what was typed. */
export interface Typed {
  readonly text: string;
  readonly replace: Span;
  /** The quotation mark that what is replaced begins with, if it does. */
  readonly quote: string;
}

/** A line with the cursor in it. */
export interface TypedLine {
  /** The lines around it. */
  readonly above: string;
  readonly below: string;
  readonly before: string;
  readonly after: string;
  /** Puts a word in place of a part of the line; columns count from 0. */
  readonly replaceWith: (from: number, to: number, word: string) => Typed;
}
