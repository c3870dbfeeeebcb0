import type { Location } from '../facts/location.ts';
import type { Setting, SettingsLayer } from '../facts/settings.ts';
import { archiveAround } from '../source/chart-archive.ts';
import { pathOf } from '../source/file.ts';
import { effectiveValue, keyLocation, type Effective } from '../workspace/effective.ts';
import type { Release } from '../workspace/releases/release.ts';
import type { FileView } from './file-view.ts';
import { releasesOfLayer } from './releases-of-layer.ts';

/** What another layer makes of a value, to be shown behind it. */
export interface ValueHint {
  /** Behind the value as written. */
  readonly offset: number;
  /** One for each layer that decides otherwise, at most two. */
  readonly decisions: readonly Decision[];
  /** How many more layers decide. */
  readonly others: number;
  /** The key as people write it. */
  readonly key: string;
}

/** How a layer decides. */
export interface Decision {
  /** As it would be written; absent where it is no scalar, or only a template knows it. */
  readonly value: string | undefined;
  readonly what: 'value' | 'removed' | 'replaced' | 'unknown';
  readonly at: Location;
}

const mostDecisions = 2;

/** The hints of a part of a file: where a key is written, but another layer of the same install decides otherwise. */
export function valueHintsIn(
  { facts, workspace }: Pick<FileView, 'facts' | 'workspace'>,
  start: number,
  end: number,
): readonly ValueHint[] {
  return facts.flatMap((layer): readonly ValueHint[] => {
    if (layer.kind !== 'settings' || layer.isExample === true) return [];
    const releases = releasesOfLayer(layer, workspace).filter(({ standing }) => standing !== 'example');
    if (releases.every(({ layers }) => layers.length < 2)) return [];
    return layer.settings
      .filter(({ valueSpan }) => start <= valueSpan.end && valueSpan.end <= end)
      .flatMap((setting) => hintOn(setting, layer, releases) ?? []);
  });
}

function hintOn(setting: Setting, layer: SettingsLayer, releases: readonly Release[]): ValueHint | undefined {
  if (setting.value.kind === 'map') return undefined;
  const all = releases.flatMap(
    ({ layers }) => decisionOn(setting, layer, effectiveValue(layers, setting.path, layer.dialect)) ?? [],
  );
  const byPlace = new Map(all.map((decision) => [`${decision.at.uri} ${decision.at.span.start}`, decision]));
  const decisions = [...byPlace.values()];
  if (decisions.length === 0) return undefined;
  return {
    offset: setting.valueSpan.end,
    decisions: decisions.slice(0, mostDecisions),
    others: Math.max(0, decisions.length - mostDecisions),
    key: setting.path.join('.'),
  };
}

/** Absent where the layer itself decides, or the other one says the same. */
function decisionOn(setting: Setting, layer: SettingsLayer, effective: Effective): Decision | undefined {
  if (effective.kind === 'absent' || effective.origin === undefined) return undefined;
  const { placed } = effective.origin;
  if (placed.layer === layer || placed.isChartDefaults === true) return undefined;
  const at = keyLocation(effective.origin);
  if (archiveAround(pathOf(at.uri)) !== undefined) return undefined;
  switch (effective.kind) {
    case 'known':
      if (setting.value.kind === 'known' && setting.value.value === effective.value) return undefined;
      return effective.value === null
        ? { value: undefined, what: 'removed', at }
        : { value: String(effective.value), what: 'value', at };
    case 'structure':
      return { value: undefined, what: 'replaced', at };
    case 'unknown':
      return { value: undefined, what: 'unknown', at };
  }
}
