import { structuredPatch } from 'diff';
import { printable, type Paint } from './terminal-text.ts';

/** The lines that change between two texts, with a line around them; distant changes are set apart by `…`. */
export function changedLines(before: string, after: string, paint: Paint): readonly string[] {
  const { hunks } = structuredPatch('', '', before, after, undefined, undefined, { context: 1 });
  return hunks.flatMap((hunk, index) => [
    ...(index > 0 ? [paint('gray', '…')] : []),
    ...hunk.lines.filter((line) => !line.startsWith('\\')).map((line) => paintLine(line, paint)),
  ]);
}

function paintLine(line: string, paint: Paint): string {
  const sign = line.charAt(0);
  const content = `${sign} ${printable(line.slice(1).replace(/\r$/, ''))}`.trimEnd();
  if (sign === '+') return paint('green', content);
  if (sign === '-') return paint('red', content);
  return paint('gray', content);
}
