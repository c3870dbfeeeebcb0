import { t } from '@vscode/l10n';
import type { KeyPath, PlainValue, Scalar, Span } from '../yaml/node.ts';

/** Replaces a span of a text. Offsets are 0-based UTF-16 code units into the text before any edit. */
export interface TextEdit {
  readonly span: Span;
  readonly newText: string;
}

/** What to change below a base. Paths count from the base. */
export type Change =
  | {
      readonly op: 'set';
      readonly path: KeyPath;
      readonly value: Scalar;
      /** A related key: if the change adds a key to the map that holds this one, it goes right behind it. */
      readonly near?: KeyPath;
    }
  | {
      /** Gives a value another key, perhaps in another map. Maps that are left empty go as well. */
      readonly op: 'rename';
      readonly from: KeyPath;
      readonly to: KeyPath;
    }
  | {
      readonly op: 'remove';
      readonly path: KeyPath;
      /** Also removes the maps above that are left empty, up to the base. Without it an empty map is left as `{}`. */
      readonly prune?: boolean;
    };

/** An item to add at the end of a list of any document, which is made where it is absent. */
export interface Addition {
  readonly op: 'append';
  /** Where the list stands, counted from the base. */
  readonly path: KeyPath;
  readonly item: PlainValue;
}

/** Where the paths of a change begin. */
export interface EditBase {
  /** 0-based index of the YAML document. */
  readonly document: number;
  /** The keys from the root of the document. What is missing of them is made. */
  readonly base: KeyPath;
}

/** Why an edit is refused. */
export type RefusalReason =
  | 'gone'
  | 'not-readable'
  | 'written-by-template'
  | 'unknown-value'
  | 'holds-scalar'
  | 'holds-list'
  | 'not-a-scalar'
  | 'not-a-list'
  | 'shared-anchor'
  | 'behind-alias'
  | 'comes-from-merge'
  | 'absent'
  | 'already-set'
  | 'not-writable'
  | 'unsupported-layout'
  | 'would-change-more';

/** Edits to apply together, none where nothing is to do, or why there are none. */
export type EditResult =
  | { readonly ok: true; readonly edits: readonly TextEdit[] }
  | { readonly ok: false; readonly reason: RefusalReason };

const explanations: Readonly<Record<RefusalReason, () => string>> = {
  gone: () => t('The place is not there any more.'),
  'not-readable': () => t('The YAML there has an error; mend that first.'),
  'written-by-template': () => t('A template decides what stands there.'),
  'unknown-value': () => t('The value is encrypted or put in by another tool.'),
  'holds-scalar': () => t('A key on the way holds a plain value where a map would have to be.'),
  'holds-list': () => t('A list stands on the way, and it has no such item.'),
  'not-a-scalar': () => t('A map or a list stands there.'),
  'not-a-list': () => t('What stands there is no list.'),
  'shared-anchor': () =>
    t('The place has an anchor that other places of the file use: they would change as well.'),
  'behind-alias': () => t('An alias stands on the way: what it stands for would change elsewhere as well.'),
  'comes-from-merge': () => t('A merge key (<<) decides what stands there.'),
  absent: () => t('The key is not there.'),
  'already-set': () => t('The new key is already there.'),
  'not-writable': () => t('YAML as Helm reads it cannot express the value.'),
  'unsupported-layout': () => t('The text is laid out in a way that leaves no safe room for the change.'),
  'would-change-more': () => t('The edit would change more than this setting.'),
};

/** A sentence for people that says why an edit is refused. */
export function explainRefusal(reason: RefusalReason): string {
  return explanations[reason]();
}

/** An edit that is not made. */
export function refused(reason: RefusalReason): { readonly ok: false; readonly reason: RefusalReason } {
  return { ok: false, reason };
}

/** The text with all edits made. The edits must not overlap; those at one offset are made in their order. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let at = 0;
  for (const { span, newText } of inOrder(edits)) {
    result += text.slice(at, span.start) + newText;
    at = span.end;
  }
  return result + text.slice(at);
}

/** Edits sorted by offset, for those who need them in order. */
export function inOrder(edits: readonly TextEdit[]): readonly TextEdit[] {
  return edits.toSorted((one, other) => one.span.start - other.span.start || one.span.end - other.span.end);
}

/**
 * The edits that do in one step what two do one after the other.
 *
 * @param first edits of the text.
 * @param second edits of the text after `first`.
 */
export function composeEdits(
  text: string,
  first: readonly TextEdit[],
  second: readonly TextEdit[],
): readonly TextEdit[] {
  if (first.length === 0) return second;
  if (second.length === 0) return first;
  const before = inOrder(first);
  const touchesFirst = (edit: TextEdit): boolean =>
    insertedSpans(before).some((span) => span.start <= edit.span.end && edit.span.start <= span.end);
  if (second.some(touchesFirst)) return differenceOf(text, applyEdits(applyEdits(text, first), second));
  return inOrder([...before, ...second.map((edit) => ({ ...edit, span: beforeEdits(before, edit.span) }))]);
}

/** Where the new texts of edits stand once they are made. */
function insertedSpans(edits: readonly TextEdit[]): readonly Span[] {
  let shift = 0;
  return edits.map(({ span, newText }) => {
    const start = span.start + shift;
    shift += newText.length - (span.end - span.start);
    return { start, end: start + newText.length };
  });
}

function beforeEdits(edits: readonly TextEdit[], span: Span): Span {
  let shift = 0;
  for (const [index, inserted] of insertedSpans(edits).entries()) {
    const edit = edits[index];
    if (edit === undefined || inserted.start > span.start) break;
    shift += edit.newText.length - (edit.span.end - edit.span.start);
  }
  return { start: span.start - shift, end: span.end - shift };
}

/** The smallest single edit that turns one text into another; none if they are equal. */
export function differenceOf(before: string, after: string): readonly TextEdit[] {
  if (before === after) return [];
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let tail = 0;
  while (tail < shorter - start && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  return [{ span: { start, end: before.length - tail }, newText: after.slice(start, after.length - tail) }];
}
