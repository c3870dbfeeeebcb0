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
export function gapBefore(text: string, offset: number): string {
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

/** What parts an argument from the one before it if it begins a line of its own: a backslash, a line break, its indentation. */
export function lineStartBefore(text: string, offset: number): string | undefined {
  return /[ \t]*\\\r?\n[ \t]*$/.exec(gapBefore(text, offset))?.[0];
}

/**
 * What to cut so that arguments vanish: with the line they fill, with the blanks in front of them, or, where they
 * begin a line that goes on, with the blanks behind them.
 */
export function cutFor(text: string, extent: Span): Span {
  const before = gapBefore(text, extent.start);
  const after = gapAfter(text, extent.end);
  const beginsLine = before.includes('\n');
  const endsLine =
    after.includes('\n') || /^[ \t]*(?:\r?\n|$)/.test(text.slice(extent.end, extent.end + after.length + 2));
  if (beginsLine && !endsLine) return { start: extent.start, end: extent.end + after.length };
  return { start: extent.start - before.length, end: extent.end };
}
