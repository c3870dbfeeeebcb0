/**
 * The YAML tree that carriers read: plain data with offsets, the same whichever parser made it.
 *
 * All offsets are 0-based UTF-16 code units into the text of the whole file, also for YAML that stands
 * inside a block scalar of another document.
 */

/** A half-open range `[start, end)` of a text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * The keys from one node to another below it, such as `['socketLB', 'hostNamespaceOnly']`.
 * An item of a sequence is named by its 0-based index in decimal.
 */
export type KeyPath = readonly string[];

/** A scalar that can stand in a YAML document, as Helm reads it (YAML 1.1 booleans included). */
export type Scalar = string | number | boolean | null;

/** A value as JSON has it: what a place of a document is to hold. */
export type PlainValue = Scalar | readonly PlainValue[] | { readonly [key: string]: PlainValue };

/** Why a value that stands in the file cannot be known from the file alone. */
export type UnknownReason = 'template' | 'substitution' | 'encrypted' | 'unreadable';

/** What a scalar in a file says: a value, or that only another tool will know it. */
export type ScalarValue =
  | { readonly kind: 'known'; readonly value: Scalar }
  | { readonly kind: 'unknown'; readonly reason: UnknownReason };

interface NodeBase {
  /**
   * From the first character of the node (without anchor and tag) to the one behind its last. Block scalars and
   * block collections end with their last character that is no white space.
   */
  readonly span: Span;
  readonly anchor?: string;
  /** The tag as written, such as `!!str` or `!vault`. */
  readonly tag?: string;
}

export interface ScalarNode extends NodeBase {
  readonly kind: 'scalar';
  readonly style: 'plain' | 'single' | 'double' | 'literal' | 'folded';
  /**
   * The decoded text: quotes, escapes and block indentation removed. Empty for a missing value, whose span is
   * the empty one behind its `:` or `-`. Where a template stands in the scalar, its source as written.
   */
  readonly text: string;
  readonly value: ScalarValue;
  /** It stands between a template's `if` and `end`, so it may not be there at all. */
  readonly conditional?: true;
}

export interface MapEntry {
  readonly key: ScalarNode;
  readonly value: YamlNode;
}

export interface MapNode extends NodeBase {
  readonly kind: 'map';
  readonly style: 'block' | 'flow';
  /** In file order. Of two entries with one key the later wins, as in Helm. Merge keys (`<<`) stand here as entries. */
  readonly entries: readonly MapEntry[];
  /** A template may add keys here that the file does not show: an absent key is then unknown, not absent. */
  readonly open: boolean;
}

export interface SequenceNode extends NodeBase {
  readonly kind: 'sequence';
  readonly style: 'block' | 'flow';
  readonly items: readonly YamlNode[];
  /** As for maps: a template may add items. */
  readonly open: boolean;
}

export interface AliasNode extends NodeBase {
  readonly kind: 'alias';
  readonly name: string;
  /** The node that carries the anchor, if the document has it before this place. */
  readonly target: YamlNode | undefined;
}

export type YamlNode = ScalarNode | MapNode | SequenceNode | AliasNode;

/** A place where the text is not YAML even when its templates are taken out. */
export interface YamlProblem {
  readonly span: Span;
  readonly message: string;
}

export interface YamlDocument {
  /** 0-based place among the documents of the stream. */
  readonly index: number;
  /** The text between the markers `---` and `...` around the document. */
  readonly span: Span;
  /** Absent for an empty document. */
  readonly root: YamlNode | undefined;
  readonly problems: readonly YamlProblem[];
}

/** All documents of one text, at least one. Parsing never throws: what could not be read stands in `problems`. */
export interface YamlStream {
  readonly documents: readonly YamlDocument[];
}
