import data from '../../../schemas/cilium/overruled.json' with { type: 'json' };
import { perPath } from './chart-paths.ts';
import { allHold, isEmpty, type Condition } from './condition.ts';
import {
  defaultsOf,
  existsAlways,
  existsEver,
  existsIn,
  firstVersionOf,
  isCovered,
  keyIn,
  lastMinorOf,
} from './keys.ts';
import type { KeyPath, Read, Reading, SettingScalar } from './reading.ts';
import { replacementFor, type Replacement } from './renames.ts';
import { isSamePath } from './same-path.ts';
import { keyOf } from './setting-keys.ts';
import { concepts } from './setting-rows.ts';
import { effectiveSetting } from './settings.ts';
import { inRange, type CiliumVersion } from './version-range.ts';

/** A key that a version takes and does not obey, under conditions. */
interface Overruling {
  readonly path: KeyPath;
  readonly versions: string;
  readonly when: readonly Condition[];
  readonly inForce?: SettingScalar;
  readonly because: string;
  readonly remedy?: string;
  readonly isHarmless?: boolean;
}

const overrulings: readonly Overruling[] = data.rows;

/**
 * What a version makes of a key of the chart's values.
 *
 * `obeyed`: it does as the key says, or would do so without it. `ignored`: it does not know the key any more, or not yet.
 * `overruled`: it knows the key, and something else decides. `unknown`: the files do not say.
 */
export type Effect =
  | { readonly kind: 'obeyed' }
  | { readonly kind: 'unknown' }
  | {
      readonly kind: 'ignored';
      readonly since: { readonly lastMinor: string } | { readonly firstVersion: string };
      /** What to write in this version to the same effect. */
      readonly replacement?: Replacement;
      /** Why nothing took its place, where that is known. */
      readonly because?: Cause;
    }
  | {
      readonly kind: 'overruled';
      readonly because: Cause;
      /** Nobody may miss it; the chart may ship this very value, which somebody copied without a thought. */
      readonly isHarmless: boolean;
    };

/** Why a key is not obeyed. */
export interface Cause {
  /** A part of a sentence. */
  readonly text: string;
  /** What to do to be obeyed, as the end of a sentence. */
  readonly remedy?: string;
}

/** Whether any version may fail to obey a key, for asking no more of those that all obey. */
export const isEverIgnored = perPath(
  (path: KeyPath): boolean =>
    (existsEver(path) && !existsAlways(path)) || overrulings.some((row) => isSamePath(row.path, path)),
);

/** What `version` makes of `path: value`, where `read` tells what else is set. */
export function effectOf(path: KeyPath, value: SettingScalar, version: CiliumVersion, read: Read): Effect {
  if (value === null || value === '' || !isCovered(version) || !existsEver(path)) return obeyed;
  const row = overrulingOf(path, version, read);
  if (row === 'unknown') return { kind: 'unknown' };
  const isDefault = saysNothing(path, value);
  if (row?.inForce !== undefined && String(row.inForce) === String(value)) return obeyed;
  if (existsIn(path, version)) {
    return row === undefined ? obeyed : overruled(row, isDefault);
  }
  return isDefault ? obeyed : ignored(path, value, version, read, row);
}

function overruled(row: Overruling, isDefault: boolean): Effect {
  return { kind: 'overruled', because: causeOf(row), isHarmless: isDefault || row.isHarmless === true };
}

function causeOf({ because, remedy }: Overruling): Cause {
  return { text: because, ...(remedy === undefined ? {} : { remedy }) };
}

const obeyed: Effect = { kind: 'obeyed' };

function ignored(
  path: KeyPath,
  value: SettingScalar,
  version: CiliumVersion,
  read: Read,
  row: Overruling | undefined,
): Effect {
  const replacement = row === undefined ? replacementFor(path, value, version) : undefined;
  const inForce = replacement && inForceAt(replacement.path, version, read);
  if (inForce?.kind === 'unknown') return { kind: 'unknown' };
  if (inForce?.kind === 'known' && String(inForce.value) === String(replacement?.value)) return obeyed;
  const first = firstVersionOf(path) ?? '';
  const isEarly = inRange(version, `<${first}`);
  return {
    kind: 'ignored',
    since: isEarly ? { firstVersion: first } : { lastMinor: lastMinorOf(path) ?? '' },
    ...(replacement === undefined ? {} : { replacement }),
    ...(row === undefined ? {} : { because: causeOf(row) }),
  };
}

function overrulingOf(path: KeyPath, version: CiliumVersion, read: Read): Overruling | 'unknown' | undefined {
  for (const row of overrulings) {
    if (!isSamePath(row.path, path) || !inRange(version, row.versions)) continue;
    const answer = allHold(row.when, read);
    if (answer === 'unknown') return 'unknown';
    if (answer === 'yes') return row;
  }
  return undefined;
}

/**
 * Whether a value is what some version's chart ships, so that it says nothing of its own: people copy whole values files.
 * Of keys that charts only read, or that have another default in every release, an empty value says nothing, or none does.
 */
function saysNothing(path: KeyPath, value: SettingScalar): boolean {
  const defaults = defaultsOf(path);
  if (defaults.has(undefined)) return true;
  return defaults.size === 0 ? isEmpty(value) : [...defaults].some((text) => isSameAsDefault(value, text));
}

function isSameAsDefault(value: SettingScalar, json: string | undefined): boolean {
  return json === JSON.stringify(value) || json === String(value) || json === JSON.stringify(String(value));
}

/** What holds at a key of a version: what is set, else the chart's default. */
function inForceAt(path: KeyPath, version: CiliumVersion, read: Read): Reading {
  const concept = concepts.find((one) => isSamePath(keyOf(one, version) ?? [], path));
  if (concept !== undefined) {
    const setting = effectiveSetting(concept, version, read);
    return setting.kind === 'unset' ? { kind: 'absent' } : setting;
  }
  const reading = read(path, 'helm');
  if (reading.kind !== 'absent') return reading;
  const text = keyIn(path, version)?.default;
  return text === undefined ? reading : { kind: 'known', value: text.replace(/^"(.*)"$/, '$1') };
}
