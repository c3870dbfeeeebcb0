import type { TextEdit } from '../../../edits/edit.ts';
import type { Span } from '../../../yaml/node.ts';
import type { Argument } from '../arguments.ts';

/** The place of an argument: of a flag with the word that is its value. */
export function extentOf(argument: Argument): Span {
  const end =
    argument.kind === 'flag' && argument.value !== undefined
      ? argument.value.word.span.end
      : argument.word.span.end;
  return { start: argument.word.span.start, end };
}

/** Blanks and joined lines in front of an offset. */
function gapBefore(text: string, offset: number): string {
  let start = offset;
  for (;;) {
    const char = text.charAt(start - 1);
    if (char === ' ' || char === '\t') start -= 1;
    else if (char === '\n') {
      const slash = text.charAt(start - 2) === '\r' ? start - 3 : start - 2;
      if (text.charAt(slash) !== '\\') break;
      start = slash;
    } else break;
  }
  return text.slice(start, offset);
}

/** Blanks and joined lines behind an offset. */
export function gapAfter(text: string, offset: number): string {
  const gap = /(?:[ \t]|\\\r?\n)*/y;
  gap.lastIndex = offset;
  return gap.exec(text)?.[0] ?? '';
}

/**
 * The edit that puts an argument behind another: on the same line, or, where that one begins a line of its own, on a
 * new line that is indented and ended alike. Backslashes that stand in a column stay in it.
 */
export function insertionBehind(text: string, extent: Span, argument: string): TextEdit {
  const [lineStart, blanks = '', lineBreak = ''] =
    /([ \t]*)(\\\r?\n[ \t]*)$/.exec(gapBefore(text, extent.start)) ?? [];
  const at = { start: extent.end, end: extent.end };
  if (lineStart === undefined) return { span: at, newText: ` ${argument}` };
  if (blanks.length < 2) return { span: at, newText: `${blanks}${lineBreak}${argument}` };

  const column = columnOf(text, extent.start - lineBreak.length);
  const indentation = /[ \t]*$/.exec(lineBreak)?.[0].length ?? 0;
  const padding = (width: number): string => ' '.repeat(Math.max(1, column - width));
  const newText = `${padding(columnOf(text, extent.end))}${lineBreak}${argument}`;
  const behind = /^([ \t]*)\\\r?\n/.exec(text.slice(extent.end))?.[1];
  if (behind === undefined) return { span: at, newText };
  return {
    span: { start: extent.end, end: extent.end + behind.length },
    newText: newText + padding(indentation + argument.length),
  };
}

function columnOf(text: string, offset: number): number {
  return offset - (text.lastIndexOf('\n', offset - 1) + 1);
}

/**
 * What to cut so that arguments vanish: the rest of the line they begin, with the break behind it; else the blanks
 * or the break in front of them as well.
 */
export function cutFor(text: string, extent: Span): Span {
  const before = gapBefore(text, extent.start);
  const after = gapAfter(text, extent.end);
  const beginsLine = before.includes('\n');
  const goesOn = after !== '' && !/^(?:\r?\n|$)/.test(text.slice(extent.end + after.length));
  if (beginsLine && goesOn) return { start: extent.start, end: extent.end + after.length };
  return { start: extent.start - before.length, end: extent.end };
}
