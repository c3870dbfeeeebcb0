/** A place in a text of HCL; reading moves it on. */
export interface Cursor {
  readonly text: string;
  at: number;
  depth: number;
}

/** Deeper than any configuration: what is nested further is not looked into. */
export const maxDepth = 60;

const identifier = /[\p{L}_][\p{L}\p{N}_-]*/uy;

/** Reads a name at the cursor, if one stands there. */
export function readIdentifier(cursor: Cursor): string | undefined {
  identifier.lastIndex = cursor.at;
  const name = identifier.exec(cursor.text)?.[0];
  if (name !== undefined) cursor.at += name.length;
  return name;
}

/** Moves over blanks and comments; over line breaks as well where they mean nothing. */
export function skipBlanks(cursor: Cursor, overLines: boolean): void {
  const { text } = cursor;
  for (;;) {
    const char = text.charAt(cursor.at);
    if (char === '#' || text.startsWith('//', cursor.at)) cursor.at = endOfLine(text, cursor.at);
    else if (text.startsWith('/*', cursor.at)) {
      const end = text.indexOf('*/', cursor.at + 2);
      cursor.at = end === -1 ? text.length : end + 2;
    } else if (
      char === ' ' ||
      char === '\t' ||
      char === '\r' ||
      char === '\ufeff' ||
      (overLines && char === '\n')
    )
      cursor.at += 1;
    else return;
  }
}

/** The offset of the next line feed, or of the end of the text. */
export function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end === -1 ? text.length : end;
}

/** Takes a character if it stands at the cursor. */
export function take(cursor: Cursor, char: string): boolean {
  const isThere = cursor.text.startsWith(char, cursor.at);
  if (isThere) cursor.at += char.length;
  return isThere;
}
