import type { Fact } from '../../facts/fact.ts';
import type { KeyPath, Setting, SettingsLayer } from '../../facts/settings.ts';
import { allowedVersions } from '../../knowledge/narrowing.ts';
import { newestStable } from '../../knowledge/newest.ts';
import { allVersions, versionsFrom, type CiliumVersion } from '../../knowledge/versions.ts';
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
    if (place !== undefined) return { ...place, versions: newestOf(releases, layer, view), facts: [layer] };
  }
  return undefined;
}

function probeIn(layer: Fact): Pick<Found, 'layer' | 'path' | 'role'> | undefined {
  if (layer.kind !== 'settings') return undefined;
  const setting = layer.settings.find(isProbe);
  if (setting === undefined) return undefined;
  const { path } = setting;
  return isProbeKey(path) ? { layer, path: path.slice(0, -1), role: 'key' } : { layer, path, role: 'value' };
}

function isProbe({ path, value }: Setting): boolean {
  return isProbeKey(path) || (value.kind === 'known' && value.value === probe);
}

function isProbeKey(path: KeyPath): boolean {
  return path.at(-1)?.includes(probe) === true;
}

/**
 * The versions to offer things of in a layer. Empty for one that may be another chart's, and that nothing installs as Cilium's.
 */
export function versionsAround(
  layer: SettingsLayer,
  facts: readonly Fact[],
  view: FileView,
): readonly CiliumVersion[] {
  const newest = newestOf(releasesAround(layer, facts, view), layer, view);
  if (newest.length > 0) return newest;
  if (layer.isWeak === true) return [];
  const { version } = layer.chart;
  const named =
    typeof version === 'object' ? versionsFrom(version.text, 'cilium')?.versions.at(-1) : undefined;
  return [named ?? newestStable];
}

/**
 * The newest version that each install may be. Where only keys and values tell the versions, what is just being written tells
 * none: a half of `true` is no value of any.
 */
function newestOf(
  releases: readonly Release[],
  layer: SettingsLayer,
  { uri }: FileView,
): readonly CiliumVersion[] {
  const written = { ...layer, settings: layer.settings.filter((setting) => !isProbe(setting)) };
  const newest = releases.flatMap(({ layers, versions, versionEvidence }) => {
    const known = versionEvidence.kind === 'inferred' ? allVersions : versions;
    const all = layers.map((placed) =>
      placed.uri === uri && isSamePlace(placed.layer, layer) ? written : placed.layer,
    );
    const allowed = known.versions.findLast((version) =>
      all.every((one) => allowedVersions(one).has(version)),
    );
    return allowed ?? versions.versions.at(-1) ?? [];
  });
  return [...new Set(newest)];
}

/** The layer as it stood before the probe is told by its address; one that is new takes a look at the workspace with it. */
function releasesAround(layer: SettingsLayer, facts: readonly Fact[], view: FileView): readonly Release[] {
  const isSame = (other: Fact): boolean =>
    other.kind === 'settings' && other.isWeak === layer.isWeak && isSamePlace(other, layer);
  if (view.facts.some(isSame))
    return view.workspace.releases.filter(({ layers }) =>
      layers.some((placed) => placed.uri === view.uri && isSame(placed.layer)),
    );
  return view.releasesWith(facts).filter(({ layers }) => layers.some((placed) => placed.layer === layer));
}

function isSamePlace(one: SettingsLayer, other: SettingsLayer): boolean {
  return one.carrier === other.carrier && JSON.stringify(one.address) === JSON.stringify(other.address);
}
