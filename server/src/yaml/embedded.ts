import { parseYaml } from './parse.ts';
import type { ScalarNode, Span, UnknownReason, YamlDocument, YamlStream } from './node.ts';
import { rebuild } from './rebuild.ts';
import { behindLineBreak, lineEnd } from './trivia.ts';
import { foreignReason, isForeignTag } from './value.ts';

/**
 * The text inside a scalar, and where each of its characters stands in the file.
 *
 * Of a literal block scalar it is every line with its line break, only the indentation taken away. Templates stay
 * as they are written.
 */
export interface EmbeddedText {
  readonly text: string;
  readonly style: ScalarNode['style'];
  /** The white space before each line of a block scalar. */
  readonly indent: string;
  /** Runs of characters that stand side by side in both texts, in order. The first begins at `inner` 0. */
  readonly runs: readonly Run[];
}

/** Where a stretch begins, in the embedded text and in the file. */
export interface Run {
  readonly inner: number;
  readonly outer: number;
}

/** The offset in the file of an offset in the embedded text. */
export function outerOffset({ runs }: Pick<EmbeddedText, 'runs'>, inner: number): number {
  let low = 0;
  let high = runs.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((runs[middle]?.inner ?? Infinity) <= inner) low = middle;
    else high = middle - 1;
  }
  const run = runs[low];
  return run === undefined ? inner : run.outer + inner - run.inner;
}

/**
 * The text inside a scalar of `text`.
 *
 * @returns `undefined` for a quoted scalar of several lines: how its lines are joined has no exact map.
 */
export function embeddedText(text: string, scalar: ScalarNode): EmbeddedText | undefined {
  const source = text.slice(scalar.span.start, scalar.span.end);
  switch (scalar.style) {
    case 'literal':
    case 'folded':
      return blockText(text, scalar, scalar.style);
    case 'plain':
      return fromRuns(scalar.style, foldedPieces(plainLines(text, scalar)));
    case 'single':
      return /[\r\n]/.test(source) ? undefined : quotedText(scalar, source, /''/g, () => "'");
    case 'double':
      return /[\r\n]/.test(source) ? undefined : quotedText(scalar, source, escapeSequence, decodeEscape);
  }
}

/**
 * Reads the YAML inside a scalar: a values file in a block scalar, for instance.
 *
 * @param text the whole file.
 * @param scalar a scalar of the file's tree.
 * @returns documents whose spans are offsets into the whole file. Where the scalar is conditional or belongs to
 * another tool, so does everything in it. In a quoted scalar of several lines each node has the scalar's span.
 */
export function parseEmbedded(text: string, scalar: ScalarNode): YamlStream {
  let stream = parsed.get(scalar);
  if (stream === undefined) {
    stream = parseOnce(text, scalar);
    parsed.set(scalar, stream);
  }
  return stream;
}

/** Reads the YAML in a stretch of a text. Spans are offsets into the whole text. */
export function parseStretch(text: string, { start, end }: Span): YamlStream {
  const toOuter = (span: Span): Span => ({ start: span.start + start, end: span.end + start });
  const { documents } = parseYaml(text.slice(start, end));
  return { documents: documents.map((document) => moveDocument(document, toOuter, undefined, false)) };
}

/** Several readers look into the same scalar. Gone with the tree that the scalar belongs to. */
const parsed = new WeakMap<ScalarNode, YamlStream>();

function parseOnce(text: string, scalar: ScalarNode): YamlStream {
  const embedded = embeddedText(text, scalar);
  const { documents } = parseYaml(embedded?.text ?? scalar.text, embedded?.indent.length);
  const toOuter = (span: Span): Span =>
    embedded === undefined
      ? scalar.span
      : { start: outerOffset(embedded, span.start), end: outerOffset(embedded, span.end) };
  const reason = sharedReason(scalar);
  const isContinued = templateContinues(text, scalar);
  return { documents: documents.map((document) => moveDocument(document, toOuter, reason, isContinued)) };
}

/** Whether a template below a block scalar writes further lines of it, as `{{ toYaml .x | nindent 8 }}` does. */
function templateContinues(text: string, { style, value, span }: ScalarNode): boolean {
  const isBlock = style === 'literal' || style === 'folded';
  if (!isBlock || value.kind === 'known' || value.reason !== 'template') return false;
  return /^\s*\{\{(?!-?\s*(?:(?:if|else|end|range|with|define|block)\b|\/\*|\$\w*\s*:?=))/.test(
    text.slice(span.end),
  );
}

function moveDocument(
  document: YamlDocument,
  toOuter: (span: Span) => Span,
  reason: UnknownReason | undefined,
  isContinued: boolean,
): YamlDocument {
  const { root: inner } = document;
  const root =
    inner &&
    rebuild(inner, {
      span: toOuter,
      ...(isContinued ? { open: (node) => node.open || node === inner } : {}),
      ...(reason === undefined
        ? {}
        : { open: () => true, scalar: (node) => ({ ...node, value: { kind: 'unknown', reason } }) }),
    });
  const problems = document.problems.map(({ span, message }) => ({ span: toOuter(span), message }));
  return { index: document.index, span: toOuter(document.span), root, problems };
}

/** Why nothing in a scalar is known, whatever it says. */
function sharedReason(scalar: ScalarNode): UnknownReason | undefined {
  if (scalar.conditional === true) return 'template';
  return scalar.tag !== undefined && isForeignTag(scalar.tag) ? foreignReason(scalar.tag) : undefined;
}

function fromRuns(
  style: ScalarNode['style'],
  pieces: readonly (readonly [text: string, outer: number])[],
  indent = '',
): EmbeddedText {
  const runs: Run[] = [];
  let inner = '';
  for (const [piece, outer] of pieces) {
    runs.push({ inner: inner.length, outer });
    inner += piece;
  }
  return { text: inner, style, indent, runs };
}

const escapeSequence = /\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|.)/g;

const escapedCharacters: Readonly<Record<string, string>> = {
  '0': '\0',
  a: '\x07',
  b: '\b',
  e: '\x1b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  N: '\x85',
  _: '\xa0',
  L: '\u2028',
  P: '\u2029',
};

function decodeEscape(escape: string): string {
  if (escape.length > 2) {
    const point = Number.parseInt(escape.slice(2), 16);
    return point <= 0x10ffff ? String.fromCodePoint(point) : '\ufffd';
  }
  const letter = escape.charAt(1);
  return escapedCharacters[letter] ?? letter;
}

/** Each escape is a run of its own. */
function quotedText(
  scalar: ScalarNode,
  source: string,
  escape: RegExp,
  decode: (escape: string) => string,
): EmbeddedText {
  const pieces: [string, number][] = [];
  let at = 1;
  for (const { 0: match, index } of source.slice(0, -1).matchAll(escape)) {
    if (index < at) continue;
    pieces.push([source.slice(at, index), scalar.span.start + at]);
    pieces.push([decode(match), scalar.span.start + index]);
    at = index + match.length;
  }
  pieces.push([source.slice(at, -1), scalar.span.start + at]);
  return fromRuns(scalar.style, pieces);
}

interface Line {
  /** Where its content begins, behind the indentation. */
  readonly start: number;
  readonly content: string;
  readonly lineBreak: string;
}

function blockText(text: string, scalar: ScalarNode, style: 'literal' | 'folded'): EmbeddedText {
  const header = lineEnd(text, scalar.span.start);
  const from = behindLineBreak(text, header);
  const indent = blockIndent(text, from, scalar);
  const lines = linesOf(text, from, scalar.span.end, indent);
  if (lines.length === 0) return fromRuns(style, [['', from]], indent);
  const pieces = style === 'literal' ? lines.map(literalPiece) : foldedPieces(lines);
  return fromRuns(style, pieces, indent);
}

function literalPiece({ start, content, lineBreak }: Line): [string, number] {
  return [content + lineBreak, start];
}

/** Joins lines as YAML folds them: one line break is a space, but not around lines that are indented further. */
function foldedPieces(lines: readonly Line[]): [string, number][] {
  const pieces: [string, number][] = [];
  let emptyLines = 0;
  let previous: Line | undefined;
  for (const line of lines) {
    if (line.content === '') {
      emptyLines++;
      continue;
    }
    if (previous !== undefined) {
      const keepsBreak = /^[ \t]/.test(line.content) || /^[ \t]/.test(previous.content);
      const join = keepsBreak
        ? '\n'.repeat(emptyLines + 1)
        : emptyLines === 0
          ? ' '
          : '\n'.repeat(emptyLines);
      pieces.push([join, previous.start + previous.content.length]);
    }
    pieces.push([line.content, line.start]);
    previous = line;
    emptyLines = 0;
  }
  return pieces;
}

function linesOf(text: string, from: number, end: number, indent: string): readonly Line[] {
  const lines: Line[] = [];
  for (let at = from; at < end;) {
    const stop = lineEnd(text, at);
    const next = behindLineBreak(text, stop);
    let start = at;
    while (start < stop && start - at < indent.length && text[start] === ' ') start++;
    lines.push({ start, content: text.slice(start, stop), lineBreak: text.slice(stop, next) });
    at = next;
  }
  return lines;
}

/** The lines of a plain scalar; blanks at their ends do not count. */
function plainLines(text: string, { span }: ScalarNode): readonly Line[] {
  const lines: Line[] = [];
  for (let at = span.start; at < span.end;) {
    const stop = Math.min(span.end, lineEnd(text, at));
    const next = behindLineBreak(text, stop);
    const line = text.slice(at, stop);
    const content = line.trim();
    const start = at + (content === '' ? 0 : line.indexOf(content));
    lines.push({ start, content, lineBreak: text.slice(stop, next) });
    at = next;
  }
  return lines;
}

/**
 * The indentation of a block scalar: of its first line with content. A template's line says nothing, for it may
 * stand in the first column. With an indicator (`|2`) the first line may be indented further than the block.
 */
function blockIndent(text: string, from: number, scalar: ScalarNode): string {
  const source = text.slice(from, scalar.span.end);
  const first = /^ *(?![ \r\n]|\{\{|\{%)/m.exec(source) ?? /^ *(?![ \r\n])/m.exec(source);
  const width = first?.[0].length ?? 0;
  const hasIndicator = /^[|>][-+]?[1-9]/.test(text.slice(scalar.span.start, scalar.span.start + 3));
  const further = hasIndicator ? (/^ *(?=[^ \n])/m.exec(scalar.text)?.[0].length ?? 0) : 0;
  return ' '.repeat(Math.max(0, width - further));
}
