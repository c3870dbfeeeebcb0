/** One line of a text, without its line break. */
export interface Line {
  readonly text: string;
  readonly start: number;
  /** Behind its last character. */
  readonly end: number;
}

/** The line that an offset stands in. */
export function lineAt(text: string, offset: number): Line {
  const before = text.slice(0, offset);
  const start = Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1;
  const rest = /^[^\r\n]*/.exec(text.slice(offset))?.[0] ?? '';
  const end = offset + rest.length;
  return { text: text.slice(start, end), start, end };
}
