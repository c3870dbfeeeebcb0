import type { Fact } from '../../facts/fact.ts';
import type { KeyPath, SettingsLayer } from '../../facts/settings.ts';
import { newestStable } from '../../knowledge/newest.ts';
import { versionsFrom, type CiliumVersion } from '../../knowledge/versions.ts';
import type { Release } from '../../workspace/releases/release.ts';
import type { FileView } from '../file-view.ts';
import { valuesByPlace } from '../values-by-place.ts';
import { probe } from './probe.ts';

/** The layer that the probe came to stand in, and where in it. */
export interface Found {
  readonly layer: SettingsLayer;
  /** The map that the key is written in, or the key whose value is written. */
  readonly path: KeyPath;
  readonly role: 'key' | 'value';
  /** The versions to offer things of: the newest that each install of the layer may be, oldest first. */
  readonly versions: readonly CiliumVersion[];
  /** What the readers made of the text. */
  readonly facts: readonly Fact[];
}

/** Finds the probe in a text, among values of Cilium. */
export function findProbe(text: string, view: FileView): Found | undefined {
  const facts = view.factsIn(text);
  const byReaders = facts.map((fact) => probeIn(fact)).find((place) => place !== undefined);
  const versions = byReaders === undefined ? [] : versionsAround(byReaders.layer, facts, view);
  if (byReaders !== undefined && versions.length > 0) return { ...byReaders, versions, facts };
  for (const { layer, releases } of valuesByPlace(text, facts, view)) {
    const place = probeIn(layer);
    if (place !== undefined) return { ...place, versions: newestOf(releases), facts: [layer] };
  }
  return undefined;
}

function probeIn(layer: Fact): Pick<Found, 'layer' | 'path' | 'role'> | undefined {
  if (layer.kind !== 'settings') return undefined;
  for (const { path, value } of layer.settings) {
    if (path.at(-1)?.includes(probe) === true) return { layer, path: path.slice(0, -1), role: 'key' };
    if (value.kind === 'known' && value.value === probe) return { layer, path, role: 'value' };
  }
  return undefined;
}

/** Empty for a layer that may be another chart's, and that nothing installs as Cilium's. */
function versionsAround(
  layer: SettingsLayer,
  facts: readonly Fact[],
  view: FileView,
): readonly CiliumVersion[] {
  const newest = newestOf(releasesAround(layer, facts, view));
  if (newest.length > 0) return newest;
  if (layer.isWeak === true) return [];
  const { version } = layer.chart;
  const named =
    typeof version === 'object' ? versionsFrom(version.text, 'cilium')?.versions.at(-1) : undefined;
  return [named ?? newestStable];
}

function newestOf(releases: readonly Release[]): readonly CiliumVersion[] {
  return [...new Set(releases.flatMap(({ versions }) => versions.versions.at(-1) ?? []))];
}

/** The layer as it stood before the probe is told by its address; one that is new takes a look at the workspace with it. */
function releasesAround(layer: SettingsLayer, facts: readonly Fact[], view: FileView): readonly Release[] {
  const address = JSON.stringify(layer.address);
  const isSame = (other: Fact): boolean =>
    other.kind === 'settings' &&
    other.carrier === layer.carrier &&
    other.isWeak === layer.isWeak &&
    JSON.stringify(other.address) === address;
  if (view.facts.some(isSame))
    return view.workspace.releases.filter(({ layers }) =>
      layers.some((placed) => placed.uri === view.uri && isSame(placed.layer)),
    );
  return view.releasesWith(facts).filter(({ layers }) => layers.some((placed) => placed.layer === layer));
}
