import type { Reader } from './reader.ts';

/** Tells which readers a file could interest, by its path and by one pass over its text. */
export type QuickScan = (path: string, text: string) => readonly Reader[];

/** A hint, the longer hints that begin with it, and everyone who asked for one of them. */
interface Stem {
  readonly text: string;
  readonly hints: readonly { readonly text: string; readonly readers: readonly Reader[] }[];
}

/**
 * A scan for the hints of all readers at once. One expression finds the shortest of hints that begin alike, and the text is
 * passed over a single time, however many readers there are.
 */
export function quickScan(readers: readonly Reader[]): QuickScan {
  const stems = stemsOf(readers);
  const byText = new Map(stems.map((stem) => [stem.text, stem]));
  const anyStem = new RegExp(stems.map(({ text }) => escaped(text)).join('|'), 'g');
  const withPaths = readers.filter(({ paths }) => paths !== undefined);
  return (path, text) => {
    const found = new Set(withPaths.filter(({ paths }) => paths?.test(path) === true));
    const pending = new Set(byText.keys());
    anyStem.lastIndex = 0;
    for (let match = anyStem.exec(text); match !== null && pending.size > 0; match = anyStem.exec(text)) {
      const stem = byText.get(match[0]);
      if (stem !== undefined && pending.has(stem.text) && takeHints(stem, text, match.index, found)) {
        pending.delete(stem.text);
      }
      anyStem.lastIndex = match.index + 1;
    }
    return readers.filter((reader) => found.has(reader));
  };
}

/** Adds everyone whose hint stands at an offset. Returns whether nobody else can come by this stem. */
function takeHints(stem: Stem, text: string, offset: number, found: Set<Reader>): boolean {
  for (const hint of stem.hints) {
    if (text.startsWith(hint.text, offset)) for (const reader of hint.readers) found.add(reader);
  }
  return stem.hints.every(({ readers }) => readers.every((reader) => found.has(reader)));
}

function stemsOf(readers: readonly Reader[]): readonly Stem[] {
  const askers = new Map<string, Reader[]>();
  for (const reader of readers) {
    for (const hint of reader.hints) {
      const list = askers.get(hint);
      if (list === undefined) askers.set(hint, [reader]);
      else list.push(reader);
    }
  }
  const stems: { text: string; hints: { text: string; readers: readonly Reader[] }[] }[] = [];
  for (const [text, own] of [...askers].sort(([one], [other]) => (one < other ? -1 : 1))) {
    const stem = stems.at(-1);
    if (stem !== undefined && text.startsWith(stem.text)) stem.hints.push({ text, readers: own });
    else stems.push({ text, hints: [{ text, readers: own }] });
  }
  return stems;
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
