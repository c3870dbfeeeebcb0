import { structuredPatch } from 'diff';
import { printable, type Paint } from './terminal-text.ts';

/** The lines that change between two texts, with a line around them; distant changes are set apart by `…`. */
export function changedLines(before: string, after: string, paint: Paint): readonly string[] {
  const { hunks } = structuredPatch('', '', before, after, undefined, undefined, { context: 1 });
  return hunks.flatMap((hunk, index) => [
    ...(index > 0 ? [paint('gray', '…')] : []),
    ...withoutBlankEdges(hunk.lines.filter((line) => !line.startsWith('\\'))).map((line) =>
      paintLine(line, paint),
    ),
  ]);
}

/** A hunk without an empty line of context at its beginning or its end. */
function withoutBlankEdges(lines: readonly string[]): readonly string[] {
  const isBlank = (line: string | undefined): boolean => line?.trim() === '';
  return lines.slice(isBlank(lines[0]) ? 1 : 0, isBlank(lines.at(-1)) ? -1 : undefined);
}

function paintLine(line: string, paint: Paint): string {
  const sign = line.charAt(0);
  const content = `${sign} ${printable(line.slice(1).replace(/\r$/, ''))}`.trimEnd();
  if (sign === '+') return paint('green', content);
  if (sign === '-') return paint('red', content);
  return paint('gray', content);
}
