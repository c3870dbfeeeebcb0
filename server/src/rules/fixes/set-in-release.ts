import { t } from '@vscode/l10n';
import type { Scalar } from '../../facts/location.ts';
import type { KeyPath } from '../../facts/settings.ts';
import { hearTheSame } from '../../knowledge/nodes.ts';
import { flagFor, type SettingKey } from '../../knowledge/setting-keys.ts';
import { settingAt, type PlacedLayer } from '../../workspace/effective.ts';
import { fileNameOf } from '../../workspace/paths.ts';
import { originOf } from '../../workspace/release-reading.ts';
import { isForSomeNodes } from '../../workspace/releases/node-configs.ts';
import type { Release } from '../../workspace/releases/release.ts';
import type { Fix, FixStep, LayerReference } from '../finding.ts';

/** A key that a release should have, and the value that it should have there. */
export interface WantedSetting {
  readonly key: SettingKey;
  readonly value: Scalar;
  /** The key that a finding is about: the setting is best placed in the layer that decides it, right behind it. */
  readonly near: SettingKey | undefined;
}

/**
 * Where a key can be set in a release: first the layer that already sets it, else the one that holds the related key;
 * then every other layer that a person owns and that no other would overrule. Wherever it is set, nodes that are told
 * otherwise are told the same.
 */
export function fixesBySetting(release: Release, wanted: WantedSetting): readonly Fix[] {
  if (wanted.key.path[0] === 'extraArgs') return [];
  const onSomeNodes = stepsForSomeNodes(release, wanted);
  return placesFor(release, wanted).map((placed, index) => fixIn(placed, wanted, index === 0, onSomeNodes));
}

/** A setting as a person would write it in the place of the preferred fix: `cni.exclusive: false`. */
export function remedyText(release: Release, wanted: WantedSetting): string {
  return spelling(wanted, placesFor(release, wanted)[0]);
}

/** A layer as fixes refer to it. */
export function referenceTo({ uri, layer: { carrier, address } }: PlacedLayer): LayerReference {
  return { uri, carrier, address };
}

/** A chart's own defaults and files that could not be read are nobody's to edit; some forms only people write. */
export function isOwned({ layer, isChartDefaults }: PlacedLayer): boolean {
  return isChartDefaults !== true && !layer.open && layer.byHand === undefined;
}

/** The layers in which a key can be set, the preferred one first. */
function placesFor(release: Release, { key, near }: WantedSetting): readonly PlacedLayer[] {
  const decider = originOf(release, key)?.placed;
  const home = decider ?? (near === undefined ? undefined : originOf(release, near)?.placed);
  const notOverruled =
    decider === undefined ? release.layers : release.layers.slice(release.layers.lastIndexOf(decider));
  const effective = [...new Set(notOverruled.filter((placed) => mayHold(placed, key)))];
  const first = effective.find((placed) => placed === home) ?? effective.at(-1);
  if (first === undefined) return [];
  return [first, ...effective.filter((placed) => placed !== first).toReversed()];
}

/** How the key and its value are spelt for people; some forms have names of their own. */
function spelling({ key, value }: WantedSetting, placed: PlacedLayer | undefined): string {
  const { path } = key;
  const own = placed?.layer.spelledAs?.[path.join('.')];
  if (own !== undefined) return own;
  if (path[0] === 'extraArgs') return `${path[1] ?? ''}=${String(value)}`;
  return `${path.join('.')}: ${JSON.stringify(valueIn(key, value))}`;
}

/** A value as the key's dialect has it: the agent's flags are text, also below `extraConfig`. */
function valueIn({ path, dialect }: SettingKey, value: Scalar): Scalar {
  return dialect === 'helm' && path[0] !== 'extraConfig' ? value : String(value);
}

function fixIn(
  placed: PlacedLayer,
  wanted: WantedSetting,
  preferred: boolean,
  onSomeNodes: readonly FixStep[],
): Fix {
  const { key, value } = wanted;
  const near: KeyPath | undefined = wanted.near?.path;
  const spelt = spelling(wanted, placed);
  return {
    title: preferred ? t`Set ${spelt}` : t`Set ${spelt} in ${fileNameOf(placed.uri)}`,
    preferred,
    steps: [
      {
        op: 'set',
        layer: referenceTo(placed),
        path: key.path,
        value: valueIn(key, value),
        ...(near === undefined ? {} : { near }),
      },
      ...onSomeNodes,
    ],
  };
}

/** The same for nodes that are told another value by a CiliumNodeConfig. */
function stepsForSomeNodes({ layers }: Release, { key, value }: WantedSetting): readonly FixStep[] {
  const flag = flagOf(key);
  if (flag === undefined) return [];
  return layers.flatMap((placed): readonly FixStep[] => {
    const told = isForSomeNodes(placed.layer) ? settingAt(placed.layer, [flag])?.value : undefined;
    const isOther = told !== undefined && 'onSomeNodes' in told && !hearTheSame([told.onSomeNodes], value);
    return isOther ? [{ op: 'set', layer: referenceTo(placed), path: [flag], value: String(value) }] : [];
  });
}

function flagOf({ path, dialect }: SettingKey): string | undefined {
  if (dialect === 'agent') return path[0];
  return path[0] === 'extraConfig' ? path[1] : flagFor(path);
}

/** Whether a key means something in a layer, and somebody can write it there for the whole cluster. */
function mayHold(placed: PlacedLayer, key: SettingKey): boolean {
  return isOwned(placed) && speaks(placed, key) && !isForSomeNodes(placed.layer);
}

/** A flag means nothing among the chart's values, nor one of these among flags. */
function speaks({ layer }: PlacedLayer, { dialect }: SettingKey): boolean {
  return layer.dialect === dialect;
}
