import { t } from '@vscode/l10n';
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
  /** `true in prod.yaml`. */
  readonly text: string;
  readonly at: Location;
}

const mostDecisions = 2;

type HintView = Pick<FileView, 'uri' | 'facts' | 'workspace' | 'positionAt'>;

/** The hints of a part of a file: where a key is written, but another layer of the same install decides otherwise. */
export function valueHintsIn(view: HintView, start: number, end: number): readonly ValueHint[] {
  const { facts, workspace } = view;
  return facts.flatMap((layer): readonly ValueHint[] => {
    if (layer.kind !== 'settings' || layer.isExample === true) return [];
    const releases = releasesOfLayer(layer, workspace).filter(({ standing }) => standing !== 'example');
    if (releases.every(({ layers }) => layers.length < 2)) return [];
    return layer.settings
      .filter(({ valueSpan }) => start <= valueSpan.end && valueSpan.end <= end)
      .flatMap((setting) => hintOn(setting, layer, releases, view) ?? []);
  });
}

function hintOn(
  setting: Setting,
  layer: SettingsLayer,
  releases: readonly Release[],
  view: HintView,
): ValueHint | undefined {
  if (setting.value.kind === 'map') return undefined;
  const all = releases.flatMap(({ layers }) => {
    const effective = effectiveValue(layers, setting.path, layer.dialect);
    return decisionOn(setting, layer, effective, view) ?? [];
  });
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
function decisionOn(
  { value }: Setting,
  layer: SettingsLayer,
  effective: Effective,
  view: HintView,
): Decision | undefined {
  if (effective.kind === 'absent' || effective.origin === undefined) return undefined;
  const { placed } = effective.origin;
  const isSame = effective.kind === 'known' && value.kind === 'known' && value.value === effective.value;
  if (placed.layer === layer || placed.isChartDefaults === true || isSame) return undefined;
  const at = keyLocation(effective.origin);
  if (archiveAround(pathOf(at.uri)) !== undefined) return undefined;
  return { text: t`${outcome(effective)} in ${placeInShort(at, view)}`, at };
}

const longestValue = 40;

function outcome(effective: Exclude<Effective, { readonly kind: 'absent' }>): string {
  switch (effective.kind) {
    case 'known': {
      if (effective.value === null) return t('removed');
      const text = effective.value === '' ? '""' : String(effective.value).replaceAll(/\s+/g, ' ');
      return text.length > longestValue ? `${text.slice(0, longestValue)}…` : text;
    }
    case 'structure':
      return t('replaced');
    case 'unknown':
      return t('set');
  }
}

/** The name of the file; with its folder where this file has the same name; the line in this file itself. */
function placeInShort(at: Location, { uri, positionAt }: HintView): string {
  if (at.uri === uri) return t`line ${positionAt(at).line + 1}`;
  const parts = pathOf(at.uri).split('/');
  const name = parts.at(-1) ?? '';
  const isSameName = pathOf(uri).endsWith(`/${name}`);
  return isSameName ? parts.slice(-2).join('/') : name;
}
