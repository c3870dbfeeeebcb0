import type { Reader } from './reader.ts';

/** Tells which readers a file could interest, by its path and by one pass over its text. */
export type QuickScan = (path: string, text: string) => readonly Reader[];

/** A hint, the longer hints that begin with it, and everyone who asked for one of them. */
interface Stem {
  readonly text: string;
  readonly hints: readonly { readonly text: string; readonly readers: readonly Reader[] }[];
}

/**
 * A scan for the hints of all readers at once: the text is passed over a single time, however many readers there are. A
 * rolling hash of a few characters tells most places apart without comparing texts.
 */
export function quickScan(readers: readonly Reader[]): QuickScan {
  const stems = stemsOf(readers);
  const short = stems.filter(({ text }) => text.length < beginning);
  const byHash = groupBy(
    stems.filter(({ text }) => text.length >= beginning),
    ({ text }) => hashOf(text, 0),
  );
  const isBeginning = new Uint8Array(maskOfHash + 1);
  for (const hash of byHash.keys()) isBeginning[hash] = 1;
  const withPaths = readers.filter(({ paths }) => paths !== undefined);
  return (path, text) => {
    const found = new Set(withPaths.filter(({ paths }) => paths?.test(path) === true));
    const done = new Set<Stem>();
    const compare = (stem: Stem, start: number): void => {
      if (!text.startsWith(stem.text, start) || done.has(stem)) return;
      if (takeHints(stem, text, start, found)) done.add(stem);
    };
    for (
      let at = nextBeginning(text, 0, isBeginning);
      at !== -1;
      at = nextBeginning(text, at + 1, isBeginning)
    ) {
      for (const stem of byHash.get(hashOf(text, at)) ?? []) compare(stem, at);
    }
    for (const stem of short) {
      for (let at = text.indexOf(stem.text); at !== -1; at = text.indexOf(stem.text, at + 1))
        compare(stem, at);
    }
    return readers.filter((reader) => found.has(reader));
  };
}

/** So many characters are in a hash: those before are shifted out of it. */
const beginning = 4;
const maskOfHash = 0xff_ff;

/** Where, from an offset on, something may begin as a hint does; -1 where nothing does. */
function nextBeginning(text: string, from: number, isBeginning: Uint8Array): number {
  let hash = 0;
  for (let at = from; at < text.length; at++) {
    hash = nextHash(hash, text.charCodeAt(at));
    if (isBeginning[hash] === 1 && at >= from + beginning - 1) return at - beginning + 1;
  }
  return -1;
}

function nextHash(hash: number, code: number): number {
  return ((hash << 4) ^ (code & 0xff)) & maskOfHash;
}

/** Of the characters at an offset. */
function hashOf(text: string, offset: number): number {
  let hash = 0;
  for (let at = offset; at < offset + beginning; at++) hash = nextHash(hash, text.charCodeAt(at));
  return hash;
}

function groupBy<Key, Item>(items: readonly Item[], keyOf: (item: Item) => Key): ReadonlyMap<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
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
