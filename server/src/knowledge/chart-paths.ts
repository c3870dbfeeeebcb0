import data from '../../../schemas/cilium/keys.json' with { type: 'json' };
import type { KeyPath } from './reading.ts';

/** A key of the chart: one path for all files that write it, so that what follows from it is found without joining texts. */
interface Place {
  readonly path: KeyPath;
  readonly text: string;
  readonly id: string;
  readonly members: Map<string, Place>;
}

/** The root of a chart's values. */
export const rootPath: KeyPath = [];

const places = new WeakMap<KeyPath, Place>();
let isFilled = false;

/** The path of a member of a map. Of keys that some version of the chart has it is always the same one. */
export function memberPath(parent: KeyPath, key: string): KeyPath {
  if (!isFilled) fill();
  return places.get(parent)?.members.get(key)?.path ?? [...parent, key];
}

/** The keys of a path, joined with dots. */
export function textOf(path: KeyPath): string {
  return places.get(path)?.text ?? path.join('.');
}

/** A path as one string; keys may hold dots, so a character that YAML forbids in text keeps them apart. */
export function idOf(path: KeyPath): string {
  return places.get(path)?.id ?? path.join('\0');
}

/** An answer about keys that is found once for each key of the chart: a values file asks for all of its keys at every change. */
export function perPath<Answer>(find: (path: KeyPath) => Answer): (path: KeyPath) => Answer {
  const known = new WeakMap<KeyPath, { readonly answer: Answer }>();
  return (path) => {
    const kept = known.get(path);
    if (kept !== undefined) return kept.answer;
    const answer = find(path);
    if (places.has(path)) known.set(path, { answer });
    return answer;
  };
}

/** Where in a list of settings the one with a path stands, by `idOf`; of duplicate keys the last, which wins in Helm. */
export function placesById(settings: readonly { readonly path: KeyPath }[]): ReadonlyMap<string, number> {
  let found = indexes.get(settings);
  if (found === undefined) {
    found = new Map(settings.map(({ path }, index) => [idOf(path), index]));
    indexes.set(settings, found);
  }
  return found;
}

const indexes = new WeakMap<readonly object[], ReadonlyMap<string, number>>();

function fill(): void {
  isFilled = true;
  const root = placeAt(rootPath);
  for (const key of Object.keys(data.keys)) {
    let parent = root;
    for (const name of key.split('.')) {
      const own = parent.members.get(name) ?? placeAt([...parent.path, name]);
      parent.members.set(name, own);
      parent = own;
    }
  }
}

function placeAt(path: KeyPath): Place {
  const place = { path, text: path.join('.'), id: path.join('\0'), members: new Map<string, Place>() };
  places.set(path, place);
  return place;
}
