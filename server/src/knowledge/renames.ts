import data from '../../../schemas/cilium/renames.json' with { type: 'json' };
import { existsIn } from './keys.ts';
import type { KeyPath, SettingScalar } from './reading.ts';
import { refusalOf } from './refusals.ts';
import { isSamePath } from './same-path.ts';
import { keyOf, keysOf } from './setting-keys.ts';
import { concepts } from './setting-rows.ts';
import type { CiliumVersion } from './version-range.ts';

/** A key and a value that say in one version what another key or value says in others. */
export interface Replacement {
  readonly path: KeyPath;
  readonly value: SettingScalar;
}

/**
 * What to write in `version` instead of `path: value`, to the same effect.
 *
 * Absent where the version knows the key and takes the value, and where it has nothing of the kind.
 */
export function replacementFor(
  path: KeyPath,
  value: SettingScalar,
  version: CiliumVersion,
): Replacement | undefined {
  if (isTaken({ path, value }, version)) {
    return undefined;
  }
  return candidates(path, value).find((candidate) => isTaken(candidate, version));
}

/** As `replacementFor`, for a flag of the agent and its text in a `cilium-config`: the text that means the same. */
export function replacementForFlag(
  flag: string,
  value: SettingScalar,
  version: CiliumVersion,
): string | undefined {
  const concept = concepts.find((one) =>
    keysOf(one).some(({ path, dialect }) => dialect === 'agent' && isSamePath(path, [flag])),
  );
  const path = concept && keyOf(concept, version);
  if (path === undefined) return undefined;
  const found = replacementFor(path, value, version);
  return found !== undefined && isSamePath(found.path, path) ? String(found.value) : undefined;
}

function candidates(path: KeyPath, value: SettingScalar): readonly Replacement[] {
  const names = data.sameMeaning
    .filter(({ paths }) => paths.some((name) => isSamePath(name, path)))
    .flatMap(({ paths }) =>
      paths.filter((name) => !isSamePath(name, path)).map((name) => ({ path: name, value })),
    );
  const translations = data.translated
    .filter((row) => isSamePath(row.from, path) && row.value === value)
    .map((row) => ({ path: row.to, value: row.toValue }));
  return [...names, ...translations];
}

function isTaken({ path, value }: Replacement, version: CiliumVersion): boolean {
  if (!existsAsScalar(path, version)) return false;
  const refusal = refusalOf(version, (asked, dialect) =>
    dialect === 'helm' && isSamePath(asked, path) ? { kind: 'known', value } : { kind: 'unknown' },
  );
  return refusal === undefined;
}

function existsAsScalar(path: KeyPath, version: CiliumVersion): boolean {
  return existsIn(path, version) && !existsIn([...path, 'enabled'], version);
}
