/** A fenced block of a Markdown page. Lines count from 0. */
export interface Fence {
  /** The line that opens it. */
  readonly line: number;
  /** The line that closes it, or the last of the page. */
  readonly end: number;
  readonly language: string;
  /** The second word behind the opening marks. */
  readonly file: string | undefined;
  /** What stands in it, with a line feed at the end. */
  readonly content: string;
}

export interface Heading {
  readonly level: number;
  readonly text: string;
  readonly line: number;
}

const opening = /^(?<marks>`{3,}|~{3,})\s*(?<info>[^`]*)$/;

/** The fenced blocks that begin in the first column. */
export function fencesIn(lines: readonly string[]): readonly Fence[] {
  const fences: Fence[] = [];
  for (let line = 0; line < lines.length; line++) {
    const groups = opening.exec(lines[line] ?? '')?.groups;
    if (groups === undefined) continue;
    const marks = groups['marks'] ?? '';
    const closing = lines.findIndex((text, at) => at > line && closes(text, marks));
    const end = closing < 0 ? lines.length : closing;
    const [language = '', file] = (groups['info'] ?? '').trim().split(/\s+/);
    fences.push({
      line,
      end,
      language,
      file,
      content: lines
        .slice(line + 1, end)
        .map((text) => `${text}\n`)
        .join(''),
    });
    line = end;
  }
  return fences;
}

function closes(text: string, marks: string): boolean {
  const trimmed = text.trimEnd();
  return trimmed.startsWith(marks) && trimmed === marks.charAt(0).repeat(trimmed.length);
}

/** The headings written with `#` that stand in no fence. */
export function headingsIn(lines: readonly string[], fences: readonly Fence[]): readonly Heading[] {
  return lines.flatMap((text, line) => {
    const match = /^(#{1,6}) (.*?)\s*$/.exec(text);
    const isFenced = fences.some((fence) => fence.line <= line && line <= fence.end);
    return match === null || isFenced ? [] : [{ level: (match[1] ?? '').length, text: match[2] ?? '', line }];
  });
}

/** The files that a page links to, as written, without the place inside of them. */
export function localLinksIn(text: string): readonly string[] {
  return [...text.matchAll(/\]\((?!https?:|#)([^)#\s]+)[^)]*\)/g)].map((match) => match[1] ?? '');
}
