import { editDistance } from './edit-distance.ts';
import { allKeys, existsEver, existsIn } from './keys.ts';
import { isBelowOpenMap } from './open-maps.ts';
import type { KeyPath } from './reading.ts';
import { isDistinctive, isKnownAgentFlag } from './recognition.ts';
import { keyOf, keysOf } from './setting-keys.ts';
import { concepts } from './setting-rows.ts';
import { isSamePath } from './same-path.ts';
import type { CiliumVersion } from './version-range.ts';

/** A key that somebody may have meant. */
export interface NearKey {
  readonly path: KeyPath;
  /** `flag`: what stands there is a flag of the agent. `place`: the key exists elsewhere. `letters`: it is misspelt. */
  readonly by: 'flag' | 'place' | 'letters';
}

/**
 * Whether no version of the chart knows a key at a place where all keys are known. Members of an unknown map are not
 * unknown by themselves.
 */
export function isUnknownKey(path: KeyPath): boolean {
  if (existsEver(path)) return false;
  const parent = path.slice(0, -1);
  return (parent.length === 0 || existsEver(parent)) && !isBelowOpenMap(path);
}

/** The key of a version that an unknown one comes nearest to; absent where none, or more than one, is near. */
export function nearKey(path: KeyPath, version: CiliumVersion): NearKey | undefined {
  return (
    byFlag(path, version) ??
    bySameLetters(path, version) ??
    byMisspelling(path, version) ??
    byName(path, version)
  );
}

function byFlag(path: KeyPath, version: CiliumVersion): NearKey | undefined {
  const [flag = ''] = path;
  if (path.length > 1 || !isKnownAgentFlag(flag)) return undefined;
  const concept = concepts.find((one) =>
    keysOf(one).some((key) => key.dialect === 'agent' && isSamePath(key.path, path)),
  );
  const found = concept && keyOf(concept, version);
  return found === undefined ? undefined : { path: found, by: 'flag' };
}

/**
 * The same letters with other capitals, hyphens, or dots: `socketLb`, `bpfMasquerade`. On another level it must be a key
 * that only Cilium has: a chart around may read `clusterName` itself.
 */
function bySameLetters(path: KeyPath, version: CiliumVersion): NearKey | undefined {
  const found = only((pathsByLetters().get(lettersOf(path)) ?? []).filter((key) => existsIn(key, version)));
  if (found?.length === path.length) return { path: found, by: 'letters' };
  return elsewhere(found);
}

/** A key beside it that is one letter off, or two where the name is long. */
function byMisspelling(path: KeyPath, version: CiliumVersion): NearKey | undefined {
  const name = path.at(-1) ?? '';
  const parent = path.slice(0, -1);
  const most = name.length < 5 ? 0 : name.length < 10 ? 1 : 2;
  const near = membersOf(parent)
    .map((member) => ({ path: [...parent, member], distance: editDistance(name, member, most) }))
    .filter((member) => member.distance <= most && existsIn(member.path, version));
  const least = Math.min(...near.map(({ distance }) => distance));
  const found = only(near.filter(({ distance }) => distance === least));
  return found === undefined ? undefined : { path: found.path, by: 'letters' };
}

/** Long names that stand in one place only, and that only Cilium has: `hostNamespaceOnly`. */
function byName(path: KeyPath, version: CiliumVersion): NearKey | undefined {
  const name = path.at(-1) ?? '';
  if (name.length < 10) return undefined;
  return elsewhere(only((pathsByName().get(name) ?? []).filter((key) => existsIn(key, version))));
}

function elsewhere(found: KeyPath | undefined): NearKey | undefined {
  return found !== undefined && isDistinctive(found) ? { path: found, by: 'place' } : undefined;
}

function lettersOf(path: KeyPath): string {
  return path.join('').replace(/[-_.]/g, '').toLowerCase();
}

function only<T>(items: readonly T[]): T | undefined {
  return items.length === 1 ? items[0] : undefined;
}

let knownPaths: readonly KeyPath[] | undefined;
let byLetters: ReadonlyMap<string, readonly KeyPath[]> | undefined;
let byParent: ReadonlyMap<string, readonly KeyPath[]> | undefined;
let byLastName: ReadonlyMap<string, readonly KeyPath[]> | undefined;

/** Keys and the maps that they stand in, but for what users fill as they like. */
function paths(): readonly KeyPath[] {
  knownPaths ??= [...new Set(allKeys().flatMap(withParents))]
    .map((text) => text.split('.'))
    .filter((path) => !isBelowOpenMap(path));
  return knownPaths;
}

function withParents(key: string): readonly string[] {
  const segments = key.split('.');
  return segments.map((_, index) => segments.slice(0, index + 1).join('.'));
}

function pathsByLetters(): ReadonlyMap<string, readonly KeyPath[]> {
  return (byLetters ??= grouped(lettersOf));
}

function pathsByParent(): ReadonlyMap<string, readonly KeyPath[]> {
  return (byParent ??= grouped((path) => path.slice(0, -1).join('.')));
}

function pathsByName(): ReadonlyMap<string, readonly KeyPath[]> {
  return (byLastName ??= grouped((path) => path.at(-1) ?? ''));
}

function grouped(textOf: (path: KeyPath) => string): ReadonlyMap<string, readonly KeyPath[]> {
  const groups = new Map<string, KeyPath[]>();
  for (const path of paths()) {
    const text = textOf(path);
    const group = groups.get(text);
    if (group === undefined) groups.set(text, [path]);
    else group.push(path);
  }
  return groups;
}

function membersOf(parent: KeyPath): readonly string[] {
  const paths = pathsByParent().get(parent.join('.')) ?? [];
  return paths.filter((path) => path.length === parent.length + 1).map((path) => path.at(-1) ?? '');
}
