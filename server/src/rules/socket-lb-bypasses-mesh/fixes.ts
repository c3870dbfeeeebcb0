import type { KeyPath } from '../../facts/settings.ts';
import type { Scalar } from '../../facts/location.ts';
import { effectiveSetting, type SettingKey } from '../../knowledge/settings.ts';
import { hostNamespaceOnlyKey } from '../../knowledge/socket-lb.ts';
import { installedBy, originOf, readingOf } from '../../workspace/release-reading.ts';
import type { PlacedLayer } from '../../workspace/effective.ts';
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
 * then every other layer of the release that a person owns.
 */
export function fixesFor(bypass: Bypass): readonly Fix[] {
  const key = mendingKey(bypass);
  if (key === undefined || key.path[0] === 'extraArgs') return [];
  const { release, turnedOnBy } = bypass;
  const home =
    originOf(release, key) ?? (turnedOnBy === undefined ? undefined : originOf(release, turnedOnBy));
  const own = release.layers.filter(isOwned);
  const first = own.find((placed) => placed.layer === home?.placed.layer) ?? own.at(-1);
  if (first === undefined) return [];
  const others = own.filter((placed) => placed !== first).toReversed();
  return [first, ...others].map((placed, index) => fixIn(placed, key, turnedOnBy?.path, index === 0));
}

/** How the key and its value are spelt for people. */
export function spelling({ path, dialect }: SettingKey): string {
  return `${path.join('.')}: ${dialect === 'helm' && path[0] !== 'extraConfig' ? 'true' : '"true"'}`;
}

function fixIn(placed: PlacedLayer, key: SettingKey, near: KeyPath | undefined, preferred: boolean): Fix {
  const value: Scalar = key.dialect === 'helm' && key.path[0] !== 'extraConfig' ? true : 'true';
  const layer: LayerReference = {
    uri: placed.uri,
    carrier: placed.layer.carrier,
    address: placed.layer.address,
  };
  return {
    title: preferred ? `Set ${spelling(key)}` : `Set ${spelling(key)} in ${fileName(placed.uri)}`,
    preferred,
    steps: [{ op: 'set', layer, path: key.path, value, ...(near === undefined ? {} : { near }) }],
  };
}

/** A chart's own defaults and files that could not be read are nobody's to edit. */
function isOwned({ layer, isChartDefaults }: PlacedLayer): boolean {
  return isChartDefaults !== true && !layer.open;
}

function fileName(uri: string): string {
  return decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1));
}
