import type { KeyPath } from '../../facts/settings.ts';
import { effectiveSetting, type SettingKey } from '../../knowledge/settings.ts';
import { hostNamespaceOnlyKey } from '../../knowledge/socket-lb.ts';
import { installedBy, originOf, readingOf } from '../../workspace/release-reading.ts';
import type { PlacedLayer } from '../../workspace/effective.ts';
import { fileNameOf } from '../../workspace/paths.ts';
import type { Fix, LayerReference } from '../finding.ts';
import type { Bypass } from './detect.ts';

/** The key that mends a bypass, in the dialect of its release; absent where no version that it may be has one. */
export function mendingKey(bypass: Bypass): SettingKey | undefined {
  const dialect = installedBy(bypass.release);
  const newest = bypass.inPods.versions.at(-1);
  if (newest === undefined) return undefined;
  const inForce = effectiveSetting('hostNamespaceOnly', newest, readingOf(bypass.release), dialect);
  if (inForce.kind === 'known' && inForce.key !== undefined) return inForce.key;
  const path = hostNamespaceOnlyKey(newest, dialect);
  return path === undefined ? undefined : { path, dialect };
}

/**
 * Where the key can be set: first the layer that already sets it, else the one that turns the socket load balancer on;
 * then every other layer of the release that a person owns and that no other would overrule.
 */
export function fixesFor(bypass: Bypass): readonly Fix[] {
  const key = mendingKey(bypass);
  if (key === undefined || key.path[0] === 'extraArgs') return [];
  return placesFor(key, bypass).map((placed, index) =>
    fixIn(placed, key, bypass.turnedOnBy?.path, index === 0),
  );
}

/** How to mend a bypass, spelt as the place of the preferred fix has it; absent where nothing does. */
export function remedyFor(bypass: Bypass): string | undefined {
  const key = mendingKey(bypass);
  return key && spelling(key, placesFor(key, bypass)[0]);
}

/** The layers in which a key can be set, the preferred one first. */
function placesFor(key: SettingKey, { release, turnedOnBy }: Bypass): readonly PlacedLayer[] {
  const decider = originOf(release, key)?.placed;
  const home = decider ?? (turnedOnBy === undefined ? undefined : originOf(release, turnedOnBy)?.placed);
  const notOverruled =
    decider === undefined ? release.layers : release.layers.slice(release.layers.lastIndexOf(decider));
  const effective = [...new Set(notOverruled.filter((placed) => isOwned(placed) && speaks(placed, key)))];
  const first = effective.find((placed) => placed === home) ?? effective.at(-1);
  if (first === undefined) return [];
  return [first, ...effective.filter((placed) => placed !== first).toReversed()];
}

/** How the key and its value are spelt for people; some forms have names of their own. */
function spelling(key: SettingKey, placed: PlacedLayer | undefined): string {
  const { path } = key;
  const own = placed?.layer.spelledAs?.[path.join('.')];
  if (own !== undefined) return own;
  if (path[0] === 'extraArgs') return `${path[1] ?? ''}=true`;
  return `${path.join('.')}: ${JSON.stringify(valueOf(key))}`;
}

/** On, as the key's dialect has it: the agent's flags are text, also below `extraConfig`. */
function valueOf({ path, dialect }: SettingKey): true | 'true' {
  return dialect === 'helm' && path[0] !== 'extraConfig' ? true : 'true';
}

function fixIn(placed: PlacedLayer, key: SettingKey, near: KeyPath | undefined, preferred: boolean): Fix {
  const layer: LayerReference = {
    uri: placed.uri,
    carrier: placed.layer.carrier,
    address: placed.layer.address,
  };
  const spelt = spelling(key, placed);
  return {
    title: preferred ? `Set ${spelt}` : `Set ${spelt} in ${fileNameOf(placed.uri)}`,
    preferred,
    steps: [
      { op: 'set', layer, path: key.path, value: valueOf(key), ...(near === undefined ? {} : { near }) },
    ],
  };
}

/** A chart's own defaults and files that could not be read are nobody's to edit; some forms only people write. */
function isOwned({ layer, isChartDefaults }: PlacedLayer): boolean {
  return isChartDefaults !== true && !layer.open && layer.byHand === undefined;
}

/** A flag means nothing among the chart's values, nor one of these among flags. */
function speaks({ layer }: PlacedLayer, { dialect }: SettingKey): boolean {
  return layer.dialect === dialect;
}
