import type { Span } from './node.ts';
import { firstEndingBehind } from './search.ts';
import { findRegions, findTemplates, type Template } from './templates.ts';
import { isLineBreak, lineEnd, lineStart, skipTrivia } from './trivia.ts';

/**
 * Takes the templates out of a text that is meant to be YAML once they are rendered. Not all of these texts fail to
 * parse as they are: a line that begins with `{{ include … }}` is two flow maps.
 */

/** A whole line of templates that writes text, such as `{{ include "labels" . | nindent 4 }}`. */
export interface Fragment {
  readonly offset: number;
  /** How far the text that it writes is indented. */
  readonly column: number;
}

/** A text without its templates. Every character that is left stands where it stood. */
export interface MaskedText {
  readonly text: string;
  /** All templates outside of definitions, in order. */
  readonly templates: readonly Span[];
  /** From each outermost `if`, `range` or `with` to its `end`, in order. */
  readonly conditional: readonly Span[];
  readonly fragments: readonly Fragment[];
}

/**
 * Takes the templates out of a text. Nothing for a text without one.
 *
 * @param margin how far the text is indented where it comes from: templates count that in.
 */
export function maskTemplates(text: string, margin = 0): MaskedText | undefined {
  if (!text.includes('{{') && !text.includes('{%')) return undefined;
  const templates = findTemplates(text);
  if (templates.length === 0) return undefined;
  const { conditional, definitions } = findRegions(templates, text.length);
  const isDefinition = ({ start }: Span): boolean => {
    const definition = firstEndingBehind(definitions, start);
    return definition !== undefined && definition.start <= start;
  };
  const rendered = templates.filter((template) => !isDefinition(template));

  const lines = groupByLine(text, rendered).map((group) => maskLine(text, group, margin));
  return {
    text: applyMask(text, [...definitions.map(blank), ...lines.flatMap(({ mask }) => mask)]),
    templates: rendered,
    conditional,
    fragments: lines.flatMap(({ fragments }) => fragments),
  };
}

interface MaskedLine {
  readonly mask: readonly Masking[];
  readonly fragments: readonly Fragment[];
}

function maskLine(text: string, group: readonly Template[], margin: number): MaskedLine {
  const lines = wholeLines(text, group);
  if (lines === undefined) {
    const writing = group.filter((template) => writesLines(text, template));
    return {
      mask: group.map((template) => inlineMask(text, template)),
      fragments: writing.map((template) => fragmentOf(text, template, margin)),
    };
  }
  if (beginsBlockScalar(text, lines.start)) {
    return { mask: group.map(({ start, end }): Masking => ({ start, end, filler: 'x' })), fragments: [] };
  }
  const writing = group.filter(({ role }) => role === 'writes');
  return { mask: [blank(lines)], fragments: writing.map((template) => fragmentOf(text, template, margin)) };
}

interface Masking extends Span {
  readonly filler: 'x' | ' ' | '\n';
}

/**
 * Line breaks are neutral wherever a line may stand. A comment would not be: in the first column it would end a
 * block scalar.
 */
function blank({ start, end }: Span): Masking {
  return { start, end, filler: '\n' };
}

/** A template becomes a word. What ends a line and writes nothing on it becomes space: a map may stand below. */
function inlineMask(text: string, template: Template): Masking {
  const { start, end, role } = template;
  const isSpace = (role !== 'writes' && endsLine(text, end)) || writesLines(text, template);
  return { start, end, filler: isSpace ? ' ' : 'x' };
}

/** `key: {{ toYaml .x | nindent 4 }}` writes lines below its own. */
function writesLines(text: string, { start, end, role }: Template): boolean {
  return role === 'writes' && endsLine(text, end) && /\bnindent\b/.test(text.slice(start, end));
}

function endsLine(text: string, offset: number): boolean {
  let at = offset;
  while (text[at] === ' ' || text[at] === '\t') at++;
  return at === text.length || isLineBreak(text.charCodeAt(at));
}

function applyMask(text: string, mask: readonly Masking[]): string {
  let masked = '';
  let at = 0;
  for (const { start, end, filler } of mask.toSorted((one, other) => one.start - other.start)) {
    if (end <= at) continue;
    const from = Math.max(at, start);
    masked += text.slice(at, from) + filler.repeat(end - from);
    at = end;
  }
  return masked + text.slice(at);
}

/** Templates that share a line, also where one of them ends on a later line. */
function groupByLine(text: string, templates: readonly Template[]): readonly (readonly Template[])[] {
  const groups: Template[][] = [];
  let groupEnd = -1;
  for (const template of templates) {
    const group = template.start <= groupEnd ? groups.at(-1) : undefined;
    if (group === undefined) groups.push([template]);
    else group.push(template);
    if (template.end > groupEnd) groupEnd = lineEnd(text, template.end);
  }
  return groups;
}

/** From the start of the group's first line to the end of its last, if only white space and a comment stand around it. */
function wholeLines(text: string, group: readonly Template[]): Span | undefined {
  const first = group[0];
  const last = group.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const start = lineStart(text, first.start);
  const end = lineEnd(text, last.end);
  if (!/^[ \t]*(?:#.*)?$/.test(text.slice(last.end, end))) return undefined;
  let at = start;
  for (const template of group) {
    if (text.slice(at, template.start).trim() !== '') return undefined;
    at = template.end;
  }
  return { start, end };
}

/** Whether the line at `start` is the first behind a header such as `key: |-`, and gives the block its indentation. */
function beginsBlockScalar(text: string, start: number): boolean {
  const header = text.slice(lineStart(text, start - 1), start);
  return (
    /(?:^|[\s:])[|>][-+0-9]*[ \t]*(?:#.*)?[\r\n]*$/.test(header) &&
    indentAt(text, start) > indentAt(header, 0)
  );
}

function indentAt(text: string, start: number): number {
  let at = start;
  while (text[at] === ' ') at++;
  return at - start;
}

/**
 * `nindent 4` and `indent 4` say how far the text is indented; without them it stands where the template does.
 * Behind a `-` the text belongs to the item that goes on below.
 */
function fragmentOf(text: string, { start, end }: Template, margin: number): Fragment {
  const column = start - lineStart(text, start);
  const width = [...text.slice(start, end).matchAll(/\bn?indent\s+(\d+)/g)].at(-1)?.[1];
  const dash = /-[ \t]*$/.exec(text.slice(start - column, start));
  const below = skipTrivia(text, end);
  const goesOn = dash !== null && below - lineStart(text, below) > dash.index;
  return {
    offset: goesOn ? below : start,
    column: width === undefined ? column : Math.max(0, Number(width) - margin),
  };
}
