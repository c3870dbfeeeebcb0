import type { Span } from '../../yaml/node.ts';

/** A place in the text of a set argument; reading moves it on. */
export interface Scanner {
  readonly text: string;
  at: number;
}

/** Text up to a stop character, escapes taken out, and the stop; none where the text ended first. */
export interface Run {
  readonly text: string;
  readonly span: Span;
  readonly stop: string | undefined;
}

/**
 * Reads up to the first unescaped character of `stops` and moves behind it. A backslash makes any next character
 * plain; alone at the end it vanishes. With `literal` backslashes are characters like any other.
 */
export function readUntil(scanner: Scanner, stops: string, literal = false): Run {
  const start = scanner.at;
  let text = '';
  while (scanner.at < scanner.text.length) {
    const char = scanner.text.charAt(scanner.at);
    if (stops.includes(char)) {
      const span = { start, end: scanner.at };
      scanner.at += 1;
      return { text, span, stop: char };
    }
    if (char === '\\' && !literal) {
      text += scanner.text.charAt(scanner.at + 1);
      scanner.at = Math.min(scanner.at + 2, scanner.text.length);
    } else {
      text += char;
      scanner.at += 1;
    }
  }
  return { text, span: { start, end: scanner.at }, stop: undefined };
}
