/**
 * YAML as people write it: a tree of what is written, rendered with the habits of one author.
 */

export type Written =
  | { readonly kind: 'scalar'; readonly source: string }
  | {
      readonly kind: 'literal';
      readonly header: '|' | '|-' | '|+' | '>' | '>-';
      readonly lines: readonly string[];
    }
  | { readonly kind: 'map'; readonly style: 'block' | 'flow'; readonly entries: readonly WrittenEntry[] }
  | { readonly kind: 'list'; readonly style: 'block' | 'flow'; readonly items: readonly Written[] };

export interface WrittenEntry {
  readonly key: string;
  readonly value: Written;
  /** The text of a comment line above. */
  readonly above: string | undefined;
  /** The text of a comment behind the value. */
  readonly behind: string | undefined;
  readonly blankLine: boolean;
}

/** What one author always does. */
export interface Habits {
  readonly step: number;
  readonly indentsLists: boolean;
  readonly lineBreak: '\n' | '\r\n';
  readonly endsWithLineBreak: boolean;
  readonly byteOrderMark: boolean;
  readonly startsWithMarker: boolean;
}

/** The text of a file with these documents. */
export function render(roots: readonly Written[], habits: Habits): string {
  const documents = roots.map((root) => blockLines(root, 0, habits));
  const lines = documents.flatMap((document, index) =>
    index > 0 || habits.startsWithMarker ? ['---', ...document] : document,
  );
  const text = lines.join(habits.lineBreak) + (habits.endsWithLineBreak ? habits.lineBreak : '');
  return habits.byteOrderMark ? `\ufeff${text}` : text;
}

/** The lines of a block collection that begins in a column. */
function blockLines(written: Written, column: number, habits: Habits): readonly string[] {
  const margin = ' '.repeat(column);
  if (written.kind === 'map' && written.style === 'block' && written.entries.length > 0) {
    return written.entries.flatMap((entry) => [
      ...(entry.blankLine ? [''] : []),
      ...(entry.above === undefined ? [] : [`${margin}# ${entry.above}`]),
      ...behind(`${margin}${entry.key}:`, entry.value, column, habits, entry.behind),
    ]);
  }
  if (written.kind === 'list' && written.style === 'block') {
    return written.items.flatMap((item) => itemLines(item, column, habits));
  }
  return behind(margin, written, column, habits, undefined);
}

/** What stands behind a key or a dash: a value in the same line, or lines below. */
function behind(
  head: string,
  value: Written,
  column: number,
  habits: Habits,
  comment: string | undefined,
): readonly string[] {
  const tail = comment === undefined ? '' : ` # ${comment}`;
  const space = head.trim() === '' ? '' : ' ';
  switch (value.kind) {
    case 'scalar':
      return [head + (value.source === '' ? '' : space + value.source) + tail];
    case 'literal':
      return [
        `${head}${space}${value.header}${tail}`,
        ...value.lines.map((line) => (line === '' ? '' : ' '.repeat(column + habits.step) + line)),
      ];
    case 'map':
      if (value.style === 'flow' || value.entries.length === 0) return [head + space + flow(value) + tail];
      return [head + tail, ...blockLines(value, column + habits.step, habits)];
    case 'list': {
      if (value.style === 'flow') return [head + space + flow(value) + tail];
      const isItem = head.trimEnd().endsWith('-');
      return [
        head + tail,
        ...blockLines(value, column + (habits.indentsLists || isItem ? habits.step : 0), habits),
      ];
    }
  }
}

/** `- key: value` with the other keys below the first. */
function itemLines(item: Written, column: number, habits: Habits): readonly string[] {
  const dash = `${' '.repeat(column)}-`;
  if (item.kind !== 'map' || item.style === 'flow' || item.entries.length === 0) {
    return behind(dash, item, column, habits, undefined);
  }
  const [first, ...others] = item.entries;
  if (first === undefined) return [dash];
  const bare = { ...first, above: undefined, blankLine: false };
  const lines = blockLines({ ...item, entries: [bare, ...others] }, column + 2, habits);
  return [`${dash} ${(lines[0] ?? '').trimStart()}`, ...lines.slice(1)];
}

function flow(written: Written): string {
  switch (written.kind) {
    case 'map':
      return `{${written.entries.map(({ key, value }) => `${key}: ${flow(value)}`).join(', ')}}`;
    case 'list':
      return `[${written.items.map(flow).join(', ')}]`;
    case 'scalar':
      return written.source;
    case 'literal':
      return '"block"';
  }
}
