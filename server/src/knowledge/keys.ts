import data from '../../../schemas/cilium/keys.json' with { type: 'json' };
import patches from '../../../schemas/cilium/key-patches.json' with { type: 'json' };
import { perPath, textOf } from './chart-paths.ts';
import { minorOf } from './releases.ts';
import type { KeyPath } from './reading.ts';
import { inRange, type CiliumVersion } from './version-range.ts';

/**
 * How a chart knows a key: by its values file, by a comment there that documents it, or only by a template that
 * reads it. `map` is the parent of other keys.
 */
export type KeyPresence = 'value' | 'commented' | 'template' | 'map';

/** What one version of the chart says of a key. */
export interface KeyInVersion {
  readonly presence: KeyPresence;
  /** JSON Schema type names, several joined by `|`; `any` where the chart does not say. */
  readonly type: string;
  /** The default as JSON text; absent where it is no scalar, long, or different in every release. */
  readonly default?: string;
}

/** What holds from one minor to another; both are places in `minors`. */
interface Run {
  readonly from: number;
  readonly to: number;
  readonly key: KeyInVersion;
}

const minors: readonly string[] = data.minors;
/** A map and no object: users write keys such as `constructor`. */
const texts: ReadonlyMap<string, readonly string[]> = new Map(Object.entries(data.keys));
const parsed = new Map<string, readonly Run[]>();
let parents: ReadonlyMap<string, ReadonlySet<number>> | undefined;
let parentsInValues: ReadonlyMap<string, ReadonlySet<number>> | undefined;

/** All keys of all versions, joined with dots, in alphabetical order. */
export function allKeys(): readonly string[] {
  return [...texts.keys()];
}

/**
 * What `version` says of a key; absent where that version does not know it. A version newer than all known ones
 * answers like the newest. Members of an open map, such as `extraConfig` or `podLabels`, are not listed.
 */
export function keyIn(path: KeyPath, version: CiliumVersion): KeyInVersion | undefined {
  const at = minorIndex(version);
  if (at === undefined || isTooEarly(path, version)) {
    return undefined;
  }
  const text = textOf(path);
  const run = runsOf(text).find(({ from, to }) => from <= at && at <= to);
  if (run !== undefined) {
    return run.key;
  }
  return minorsOfParent(text).has(at) ? map : undefined;
}

const map: KeyInVersion = { presence: 'map', type: 'object' };

/** Whether the chart of a version acts on a key at all. */
export function existsIn(path: KeyPath, version: CiliumVersion): boolean {
  return keyIn(path, version) !== undefined;
}

/** Whether any known version of the chart acts on a key. */
export const existsEver = perPath((path: KeyPath): boolean => {
  const text = textOf(path);
  return texts.has(text) || minorsOfParent(text).size > 0;
});

/** Whether the data speaks of the chart of a version at all. */
export function isCovered(version: CiliumVersion): boolean {
  return minorIndex(version) !== undefined;
}

/** Whether the chart of a version holds its values against a JSON schema: its types are then more than a description. */
export function isTyped(version: CiliumVersion): boolean {
  return inRange(version, `>=${data.typedSince}`);
}

/** Every default, as JSON text, that a values file of any version has at a key. */
export function defaultsOf(path: KeyPath): ReadonlySet<string | undefined> {
  const runs = runsOf(textOf(path)).filter(({ key }) => key.presence === 'value');
  return new Set(runs.map(({ key }) => key.default));
}

/** The types that a key itself, and not only its members, ever had. */
export function typesEver(path: KeyPath): readonly string[] {
  return runsOf(textOf(path)).flatMap(({ key }) => key.type.split('|'));
}

/** Whether the values file of a version has members below a key, so that it can hold nothing but a map. */
export function hasMembers(path: KeyPath, version: CiliumVersion): boolean {
  const at = minorIndex(version);
  parentsInValues ??= minorsOfParents(({ key }) => key.presence === 'value');
  return at !== undefined && parentsInValues.get(textOf(path))?.has(at) === true;
}

/** Whether every version that the data speaks of knows a key. */
export function existsAlways(path: KeyPath): boolean {
  return patchOf(path) === undefined && firstMinor(textOf(path)) === 0 && lastMinorOf(path) === undefined;
}

/** The last minor that knows a key, such as `1.11`; absent where the newest still does, or none ever did. */
export function lastMinorOf(path: KeyPath): string | undefined {
  const text = textOf(path);
  const known = new Set([...runsOf(text).map(({ to }) => to), ...minorsOfParent(text)]);
  const last = Math.max(-1, ...known);
  return last === minors.length - 1 ? undefined : minors[last];
}

/** Answers by path: a values file asks for each of its keys at every change. Only keys of the chart are kept. */
const firstVersions = new Map<string, string>();

/** The first version that knows a key: a minor such as `1.12`, or the patch that brought it. */
export function firstVersionOf(path: KeyPath): string | undefined {
  const text = textOf(path);
  const known = firstVersions.get(text);
  if (known !== undefined) {
    return known;
  }
  const first = firstMinor(text);
  const version = patchOf(path)?.version ?? (first === undefined ? undefined : minors[first]);
  if (version !== undefined) {
    firstVersions.set(text, version);
  }
  return version;
}

/** Answers by version: each key of a values file is asked for in every version that it may be of. */
const indexes = new Map<CiliumVersion, number | undefined>();

function minorIndex(version: CiliumVersion): number | undefined {
  if (!indexes.has(version)) indexes.set(version, findMinor(version));
  return indexes.get(version);
}

function findMinor(version: CiliumVersion): number | undefined {
  const index = minors.indexOf(minorOf(version));
  if (index !== -1) {
    return index;
  }
  return inRange(version, `>${minors.at(-1) ?? ''}`) ? minors.length - 1 : undefined;
}

/** The patch that brought the key or, before it, the map that it belongs to. */
function patchOf(path: KeyPath): (typeof patches.firstVersions)[number] | undefined {
  return patches.firstVersions
    .filter((row) => row.path.every((segment, index) => path[index] === segment))
    .sort((left, right) => right.path.length - left.path.length)[0];
}

function isTooEarly(path: KeyPath, version: CiliumVersion): boolean {
  const patch = patchOf(path);
  return patch !== undefined && inRange(version, `<${patch.version}`);
}

function firstMinor(text: string): number | undefined {
  const known = [...runsOf(text).map(({ from }) => from), ...minorsOfParent(text)];
  return known.length === 0 ? undefined : Math.min(...known);
}

function runsOf(text: string): readonly Run[] {
  let runs = parsed.get(text);
  if (runs === undefined) {
    const written = texts.get(text);
    if (written === undefined) return [];
    runs = written.map(parseRun);
    parsed.set(text, runs);
  }
  return runs;
}

const runText =
  /^(?<from>[\d.]+)-(?<to>[\d.]*) (?<presence>value|commented|template) (?<type>\S+)(?: (?<value>.*))?$/;

function parseRun(text: string): Run {
  const groups = runText.exec(text)?.groups ?? {};
  const presence =
    groups['presence'] === 'template' || groups['presence'] === 'commented' ? groups['presence'] : 'value';
  const value = groups['value'];
  return {
    from: minors.indexOf(groups['from'] ?? ''),
    to: groups['to'] === '' ? minors.length - 1 : minors.indexOf(groups['to'] ?? ''),
    key: { presence, type: groups['type'] ?? 'any', ...(value === undefined ? {} : { default: value }) },
  };
}

/** The minors that know a member of the map `text`. */
function minorsOfParent(text: string): ReadonlySet<number> {
  parents ??= minorsOfParents(() => true);
  return parents.get(text) ?? noMinors;
}

const noMinors: ReadonlySet<number> = new Set();

/** For each map the minors that know one of its members. */
function minorsOfParents(counts: (run: Run) => boolean): ReadonlyMap<string, ReadonlySet<number>> {
  const minorsOf = new Map<string, Set<number>>();
  for (const key of texts.keys()) {
    const known = runsOf(key).filter(counts).flatMap(minorsOfRun);
    for (let end = key.indexOf('.'); end !== -1; end = key.indexOf('.', end + 1)) {
      const parent = key.slice(0, end);
      const own = minorsOf.get(parent) ?? new Set();
      for (const minor of known) own.add(minor);
      minorsOf.set(parent, own);
    }
  }
  return minorsOf;
}

function minorsOfRun({ from, to }: Run): readonly number[] {
  return Array.from({ length: to - from + 1 }, (_, offset) => from + offset);
}
