import { embeddedText, outerOffset, type EmbeddedText } from '../yaml/embedded.ts';
import { nodeAt } from '../yaml/navigate.ts';
import type { KeyPath, ScalarNode, Span, YamlNode } from '../yaml/node.ts';
import { behindLineBreak, isLineBreak, lineEnd, lineStart } from '../yaml/trivia.ts';
import { isForeignTag } from '../yaml/value.ts';
import { checkedEdits } from './check.ts';
import { sameExcept } from './compare.ts';
import {
  applyEdits,
  refused,
  type Change,
  type EditBase,
  type EditResult,
  type RefusalReason,
  type TextEdit,
} from './edit.ts';
import { editYaml } from './edit-yaml.ts';
import { columnOf, entryStart, stepBelow } from './layout.ts';
import { isShared, readSource, type Habits, type Source } from './source.ts';
import { findTarget } from './target.ts';
import { writeDouble } from './write.ts';

/** The scalar of a document that holds YAML. */
export interface ScalarPlace {
  /** 0-based index of the YAML document. */
  readonly document: number;
  /** The keys from the root of the document to the scalar. */
  readonly path: KeyPath;
}

/**
 * The edits that make one change in the YAML inside a scalar, as {@link editYaml} does in a whole text.
 *
 * @param base where the paths of the change begin, within the embedded YAML.
 * @returns edits of the whole text.
 */
export function editEmbedded(text: string, place: ScalarPlace, base: EditBase, change: Change): EditResult {
  return editInside(text, place, (inner, habits) => editYaml(inner, base, change, habits));
}

/**
 * The edits that make in the whole text what `edit` makes of the text inside a scalar: the value of a key, or an item of
 * such a list.
 *
 * Any change can be made in a literal block scalar (`|`) or in double quotes. Elsewhere only what needs no new line;
 * what is added behind the end of a line that is folded gets a line of its own.
 *
 * @param edit gets the text inside, and what to write where that text shows no habits of its own.
 */
export function editInside(
  text: string,
  place: ScalarPlace,
  edit: (inner: string, habits: Habits) => EditResult,
): EditResult {
  const source = readSource(text, { document: place.document, base: [] });
  if (typeof source === 'string') return refused(source);
  const found = findScalar(source, place.path);
  if (typeof found === 'string') return refused(found);
  const { scalar, trail, column, step } = found;
  const reason = whyNotEdit(scalar);
  if (reason !== undefined) return refused(reason);
  if (isShared(source.document, [...trail, scalar])) return refused('shared-anchor');

  const embedded = embeddedText(text, scalar);
  if (embedded === undefined) return refused('unsupported-layout');
  const { lineBreak } = source.habits;
  const inner = edit(embedded.text, { lineBreak, step });
  if (!inner.ok || inner.edits.length === 0) return inner;

  const indent = ' '.repeat(column + step);
  const edits = inner.edits.map((innerEdit) => outerEdit(text, scalar, embedded, indent, innerEdit));
  const wanted = applyEdits(embedded.text, inner.edits);
  const made = edits.every((outer) => outer !== undefined) ? edits : undefined;
  return checkedEdits(text, place.document, made, (before, after) => {
    const written = nodeAt(after, place.path);
    if (typeof written === 'string' || written.kind !== 'scalar' || written.style !== scalar.style)
      return false;
    const read = embeddedText(applyEdits(text, made ?? []), written);
    return sameExcept(before, after, [place.path]) && read?.text.trimEnd() === wanted.trimEnd();
  });
}

function whyNotEdit(scalar: ScalarNode): RefusalReason | undefined {
  if (scalar.conditional === true) return 'written-by-template';
  if (scalar.tag !== undefined && isForeignTag(scalar.tag)) return 'unknown-value';
  const isEncrypted = scalar.value.kind === 'unknown' && scalar.value.reason === 'encrypted';
  return isEncrypted ? 'unknown-value' : undefined;
}

interface FoundScalar {
  readonly scalar: ScalarNode;
  readonly trail: readonly YamlNode[];
  /** Where the key or the dash of the scalar stands, and how much deeper what is below it would. */
  readonly column: number;
  readonly step: number;
}

function findScalar(source: Source, path: KeyPath): FoundScalar | RefusalReason {
  const own = findTarget(source, path);
  const target = own.kind === 'refused' ? findTarget(source, path.slice(0, -1)) : own;
  const list = target === own || target.kind !== 'entry' ? undefined : target.entry.value;
  if (own.kind === 'refused' && list?.kind !== 'sequence') return own.reason;
  if (target.kind !== 'entry') return 'absent';
  const { map, entry, trail } = target;
  const scalar = list?.kind === 'sequence' ? list.items[Number(path.at(-1))] : entry.value;
  if (scalar?.kind !== 'scalar') return scalar?.kind === 'alias' ? 'behind-alias' : 'not-a-scalar';
  const column = columnOf(source.text, list?.span.start ?? entryStart(source.text, map, entry));
  const step = stepBelow(source, map, trail);
  return { scalar, trail: list === undefined ? trail : [...trail, list], column, step };
}

/** An edit of the embedded text as one of the whole; nothing where the style has no room for it. */
function outerEdit(
  text: string,
  scalar: ScalarNode,
  embedded: EmbeddedText,
  emptyIndent: string,
  { span, newText }: TextEdit,
): TextEdit | undefined {
  const outer = { start: outerOffset(embedded, span.start), end: outerOffset(embedded, span.end) };
  switch (embedded.style) {
    case 'literal':
      if (embedded.text === '') return fillBlockScalar(text, scalar, emptyIndent, newText);
      return literalEdit(text, embedded, { span, newText }, outer.start, outer.end);
    case 'double':
      return { span: outer, newText: writeDouble(newText).slice(1, -1) };
    case 'single':
    case 'plain':
    case 'folded': {
      const removed = embedded.text.slice(span.start, span.end);
      if (/[\r\n]/.test(removed + newText)) return undefined;
      if (embedded.style === 'single') return { span: outer, newText: newText.replaceAll("'", "''") };
      return { span: outer, newText: foldedText(text, scalar, embedded, outer, newText) };
    }
  }
}

/** In folded text a blank may as well be a line break: what goes behind the end of a line becomes one like it. */
function foldedText(
  text: string,
  scalar: ScalarNode,
  { runs }: EmbeddedText,
  outer: Span,
  newText: string,
): string {
  const start = lineStart(text, outer.start);
  const isBehindLine = outer.start === outer.end && outer.end === lineEnd(text, outer.end);
  if (!newText.startsWith(' ') || !isBehindLine || runs.length === 1 || start < scalar.span.start)
    return newText;
  const end = lineEnd(text, scalar.span.start);
  const margin = /^[ \t]*/.exec(text.slice(start, outer.start))?.[0] ?? '';
  return text.slice(end, behindLineBreak(text, end)) + margin + newText.slice(1);
}

function literalEdit(
  text: string,
  embedded: EmbeddedText,
  { span, newText }: TextEdit,
  start: number,
  end: number,
): TextEdit {
  const { text: inner, indent } = embedded;
  const endsWithBreak = isLineBreak(inner.charCodeAt(inner.length - 1));
  const startsLine = span.start === 0 || isLineBreak(inner.charCodeAt(span.start - 1));
  if (span.end === inner.length && endsWithBreak && startsLine) {
    return {
      span: { start: lineStart(text, start), end },
      newText: newText.replaceAll(/^(?=[^\r\n])/gm, indent),
    };
  }
  const goesOn = span.end < inner.length && !isLineBreak(inner.charCodeAt(span.end));
  if (newText === '' && startsLine && !goesOn)
    return { span: { start: lineStart(text, start), end }, newText };
  const [first = '', ...lines] = newText.split(/(?<=\n|\r(?!\n))/);
  const indented = lines.map((line) => (isLineBreak(line.charCodeAt(0)) ? line : indent + line));
  const endsLine = isLineBreak(newText.charCodeAt(newText.length - 1));
  return { span: { start, end }, newText: [first, ...indented, goesOn && endsLine ? indent : ''].join('') };
}

/** Writes the first lines of a block scalar that has none. */
function fillBlockScalar(text: string, scalar: ScalarNode, indent: string, newText: string): TextEdit {
  const offset = lineEnd(text, scalar.span.start);
  const lineBreak = /\r\n|\n|\r/.exec(newText)?.[0] ?? '\n';
  const lines = newText.trimEnd().replaceAll(/^(?=[^\r\n])/gm, indent);
  return { span: { start: offset, end: offset }, newText: lineBreak + lines };
}
