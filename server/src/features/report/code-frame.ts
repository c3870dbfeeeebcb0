import type { Location } from '../../facts/location.ts';
import { lineStartsOf, positionAt } from '../../workspace/positions.ts';
import { columnsOf, printable, type Paint, type Tone } from './terminal-text.ts';

/** Characters of a line that are shown at most; a longer line is cut around the mark. */
const longestLine = 160;
/** Characters before the mark that a cut line keeps. */
const lead = 40;

/**
 * The line on which a range begins, with the line before and the line behind it, numbered, and `^^^` under the range.
 * A range over several lines is marked to the end of its first line. Returns lines without line ends.
 *
 * @param tone of the mark
 */
export function codeFrame(
  text: string,
  range: Location['span'],
  paint: Paint,
  tone: Tone,
): readonly string[] {
  const starts = lineStartsOf(text);
  const { line, character } = positionAt(starts, range.start);
  const gutter = String(line + 2).length;
  const lineAt = (number: number): string =>
    text.slice(starts[number], starts[number + 1] ?? text.length).replace(/[\r\n]+$/, '');
  const row = (label: string, content: string): string =>
    `${paint('gray', `${label.padStart(gutter)} │`)} ${content}`.trimEnd();
  const context = (number: number): string => row(String(number + 1), shownPart(lineAt(number), 0).text);

  const marked = lineAt(line);
  const shown = shownPart(marked, character);
  const end = Math.min(marked.length, shown.to, character + range.end - range.start);
  const before = columnsOf(shown.ellipsis + printable(marked.slice(shown.from, character)));
  const width = Math.max(1, columnsOf(printable(marked.slice(character, end))));
  return [
    ...(line > 0 ? [context(line - 1)] : []),
    row(String(line + 1), shown.text),
    row('', ' '.repeat(before) + paint(tone, '^'.repeat(width))),
    ...(lineAt(line + 1) !== '' && line + 1 < starts.length ? [context(line + 1)] : []),
  ];
}

/** As much of a line as a terminal can take, around the character at `mark`: `[from, to)` of it, with its ellipses. */
function shownPart(line: string, mark: number) {
  const from = line.length <= longestLine ? 0 : betweenCharacters(line, Math.max(0, mark - lead));
  const to = betweenCharacters(line, Math.min(line.length, from + longestLine));
  const ellipsis = from > 0 ? '…' : '';
  const text = `${ellipsis}${printable(line.slice(from, to))}${to < line.length ? '…' : ''}`;
  return { text, ellipsis, from, to };
}

/** Steps back where an offset would cut a surrogate pair in two. */
function betweenCharacters(line: string, offset: number): number {
  const code = line.charCodeAt(offset);
  return code >= 0xdc00 && code <= 0xdfff ? offset - 1 : offset;
}
