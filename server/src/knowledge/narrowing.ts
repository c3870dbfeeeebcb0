import { idOf, placesById } from './chart-paths.ts';
import { firstVersionOf } from './keys.ts';
import type { KeyPath, Read, Reading, SettingsDialect, SettingScalar } from './reading.ts';
import { refusalOf } from './refusals.ts';
import { firstVersionOfFlag } from './setting-keys.ts';
import { inRange, type CiliumVersion } from './version-range.ts';

/** The part of a settings layer that says something about the version it was written for. */
export interface WrittenSettings {
  readonly dialect: SettingsDialect;
  readonly settings: readonly {
    readonly path: KeyPath;
    readonly value: { readonly kind: string; readonly value?: SettingScalar };
  }[];
}

/** Tells the versions that a layer may have been written for from those that it cannot. */
export interface VersionFilter {
  has(version: CiliumVersion): boolean;
}

const filters = new WeakMap<WrittenSettings, VersionFilter>();

/**
 * The versions whose chart (or agent) takes the values of a layer and knows its keys.
 *
 * A key that came later than a version speaks against that version. A key that was removed does not: people leave
 * dead keys behind. What the layer leaves out may stand in another, so it speaks neither for nor against anything.
 */
export function allowedVersions(layer: WrittenSettings): VersionFilter {
  let filter = filters.get(layer);
  if (filter === undefined) {
    filter = makeFilter(layer);
    filters.set(layer, filter);
  }
  return filter;
}

function makeFilter(layer: WrittenSettings): VersionFilter {
  const answers = new Map<CiliumVersion, boolean>();
  const read = readWritten(layer);
  const since = rangesSince(layer);
  return {
    has(version) {
      const answer =
        answers.get(version) ??
        (since.every((range) => inRange(version, range)) && refusalOf(version, read) === undefined);
      answers.set(version, answer);
      return answer;
    },
  };
}

/** For each key that came with a later version, the versions from then on. */
function rangesSince({ dialect, settings }: WrittenSettings): readonly string[] {
  const firsts = new Set(
    settings.map(({ path }) =>
      dialect === 'helm' ? firstVersionOf(path) : firstVersionOfFlag(path[0] ?? ''),
    ),
  );
  return [...firsts].flatMap((first) => (first === undefined ? [] : [`>=${first}`]));
}

function readWritten(layer: WrittenSettings): Read {
  const places = placesById(layer.settings);
  return (path, dialect) => {
    const place = dialect === layer.dialect ? places.get(idOf(path)) : undefined;
    const setting = place === undefined ? undefined : layer.settings[place];
    return setting === undefined ? { kind: 'unknown' } : asReading(setting.value);
  };
}

function asReading(value: WrittenSettings['settings'][number]['value']): Reading {
  if (value.kind === 'known' && value.value !== undefined) {
    return { kind: 'known', value: value.value };
  }
  return value.kind === 'unknown' ? { kind: 'unknown' } : { kind: 'absent' };
}
