import { lineAt } from '../line-at.ts';

/**
 * Lines that keep YAML from being read: a key that is being typed, a quotation or a flow collection without its end, the
 * markers of a merge conflict.
 */
const unfinished =
  /^[ \t]*(?:- +)*(?:[\w./-]+|(?:[\w./-]+:[ \t]+)?(?:"(?:[^"\\]|\\.)*|'[^']*|[[{][^\]}]*)|(?:<{7}|={7}|>{7}).*)[ \t]*$/;

/**
 * The text with what cannot be read taken out, but for the line at an offset. Offsets stay: the lines become white space.
 * Some of them may have been sound, inside a longer text; that is no loss for finding out where the offset stands.
 */
export function mended(text: string, offset: number): string {
  const kept = lineAt(text, offset);
  let start = 0;
  const lines = text.split('\n').map((line) => {
    const isKept = start === kept.start;
    start += line.length + 1;
    const content = line.replace(/\r$/, '');
    const isMarker = /^(?:---|\.\.\.)/.test(content);
    return isKept || isMarker || !unfinished.test(content)
      ? line
      : ' '.repeat(content.length) + line.slice(content.length);
  });
  return lines.join('\n');
}
