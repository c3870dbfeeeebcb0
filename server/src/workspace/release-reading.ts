import type { SettingValue, SettingsDialect } from '../facts/settings.ts';
import { idOf } from '../knowledge/chart-paths.ts';
import type { Read, Reading } from '../knowledge/reading.ts';
import type { SettingKey } from '../knowledge/setting-keys.ts';
import { effectiveValue, settingAt, type Effective, type Origin, type PlacedLayer } from './effective.ts';
import type { Release } from './releases/release.ts';
import { remembered } from './remembered.ts';

/** How knowledge asks a release for what is in force. Everyone gets the same answers, each made once. */
export const readingOf = remembered(({ layers }: Release): Read => {
  const answers = { helm: new Map<string, Reading>(), agent: new Map<string, Reading>() };
  return (path, dialect) => {
    const key = idOf(path);
    const known = answers[dialect].get(key);
    if (known !== undefined) return known;
    const answer = isArgument(path)
      ? argumentReading(layers, path[1] ?? '')
      : asReading(effectiveValue(layers, path, dialect));
    answers[dialect].set(key, answer);
    return answer;
  };
});

/** Whether the release is a chart's, or only the `cilium-config` that the agent reads. */
export function installedBy(release: Release): SettingsDialect {
  return release.layers.some(({ layer }) => layer.dialect === 'helm') ? 'helm' : 'agent';
}

/** Where the value of a key is decided, if a file decides it. */
export function originOf(release: Release, key: SettingKey): Origin | undefined {
  const path = isArgument(key.path) ? key.path.slice(0, 1) : key.path;
  const found = effectiveValue(release.layers, path, key.dialect);
  return found.kind === 'absent' ? undefined : found.origin;
}

function asReading(effective: Effective): Reading {
  switch (effective.kind) {
    case 'known':
      return { kind: 'known', value: effective.value };
    case 'unknown':
      return effective.onSomeNodes === undefined
        ? { kind: 'unknown' }
        : { kind: 'unknown', onSomeNodes: effective.onSomeNodes };
    case 'structure':
    case 'absent':
      return { kind: 'absent' };
  }
}

/** `extraArgs` is a list, and the agent hears the last `--flag=value` of it; lists of lower layers are replaced whole. */
function argumentReading(layers: readonly PlacedLayer[], flag: string): Reading {
  for (const { layer } of layers.toReversed()) {
    if (layer.dialect !== 'helm') continue;
    const value = settingAt(layer, ['extraArgs'])?.value;
    if (value === undefined) {
      if (layer.open) return { kind: 'unknown' };
      continue;
    }
    return value.kind === 'list' ? lastArgument(value.items, flag) : asReadingOfValue(value);
  }
  return { kind: 'absent' };
}

function lastArgument(items: readonly SettingValue[], flag: string): Reading {
  for (const item of items.toReversed()) {
    if (item.kind !== 'known') return { kind: 'unknown' };
    const text = String(item.value);
    if (text === flag) return { kind: 'known', value: true };
    if (text.startsWith(`${flag}=`)) return { kind: 'known', value: text.slice(flag.length + 1) };
  }
  return { kind: 'absent' };
}

function asReadingOfValue(value: SettingValue): Reading {
  return value.kind === 'unknown' ? { kind: 'unknown' } : { kind: 'absent' };
}

function isArgument(path: readonly string[]): boolean {
  return path[0] === 'extraArgs' && path.length === 2;
}
