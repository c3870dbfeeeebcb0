import stringWidth from 'fast-string-width';

/** The colours and weights that the report uses. */
export type Tone = 'red' | 'yellow' | 'blue' | 'cyan' | 'green' | 'gray' | 'bold' | 'underline';

/** Gives a text a tone, or returns it as it is where the output shows no colours. */
export type Paint = (tone: Tone, text: string) => string;

/** Characters by which a file could move the cursor, colour the terminal or turn the direction of writing. */
const unprintable = /[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu;

/** A text from a file, safe to print on one line: tabs become four spaces, control characters the replacement character. */
export function printable(text: string): string {
  return text.replaceAll('\t', '    ').replace(unprintable, '\uFFFD');
}

/** How many columns of a terminal a printable text takes: wide characters and emoji take two. */
export function columnsOf(text: string): number {
  return stringWidth(text);
}

/** A text in lines of at most `width` columns, broken between words; what stands in backticks is one word. */
export function wrapped(text: string, width = 100): readonly string[] {
  const lines: string[] = [];
  for (const word of text.match(/(?:`[^`]*`|\S)+/g) ?? []) {
    const extended = `${lines.at(-1) ?? ''} ${word}`;
    if (lines.length > 0 && columnsOf(extended) <= width) lines[lines.length - 1] = extended;
    else lines.push(word);
  }
  return lines;
}
