import type { Fact } from '../../facts/fact.ts';
import type { KeyPath, SettingsLayer } from '../../facts/settings.ts';
import { newestStable } from '../../knowledge/newest.ts';
import { versionsFrom, type CiliumVersion } from '../../knowledge/versions.ts';
import type { Release } from '../../workspace/releases/release.ts';
import type { FileView } from '../file-view.ts';
import { probe } from './probe.ts';

/** The layer that the probe came to stand in, and where in it. */
export interface Found {
  readonly layer: SettingsLayer;
  /** The map that the key is written in, or the key whose value is written. */
  readonly path: KeyPath;
  readonly role: 'key' | 'value';
}

/** Finds the probe among what the readers made of a text. */
export function findProbe(facts: readonly Fact[]): Found | undefined {
  for (const layer of facts) {
    if (layer.kind !== 'settings') continue;
    for (const { path, value } of layer.settings) {
      if (path.at(-1)?.includes(probe) === true) return { layer, path: path.slice(0, -1), role: 'key' };
      if (value.kind === 'known' && value.value === probe) return { layer, path, role: 'value' };
    }
  }
  return undefined;
}

/**
 * The versions to offer things of: the newest that each install of the layer may be, oldest first. Empty for a layer that
 * may be another chart's, and that nothing installs as Cilium's.
 */
export function versionsAround(
  found: Found,
  facts: readonly Fact[],
  view: FileView,
): readonly CiliumVersion[] {
  const releases = releasesAround(found.layer, facts, view);
  const newest = releases.flatMap(({ versions }) => versions.versions.at(-1) ?? []);
  if (newest.length > 0) return [...new Set(newest)];
  if (found.layer.isWeak === true) return [];
  const { version } = found.layer.chart;
  const named =
    typeof version === 'object' ? versionsFrom(version.text, 'cilium')?.versions.at(-1) : undefined;
  return [named ?? newestStable];
}

/** The layer as it stood before the probe is told by its address; one that is new takes a look at the workspace with it. */
function releasesAround(
  layer: SettingsLayer,
  facts: readonly Fact[],
  { uri, workspace, releasesWith }: FileView,
): readonly Release[] {
  const address = JSON.stringify(layer.address);
  const known = workspace.releases.filter(({ layers }) =>
    layers.some(
      (placed) =>
        placed.uri === uri &&
        placed.layer.carrier === layer.carrier &&
        JSON.stringify(placed.layer.address) === address,
    ),
  );
  if (known.length > 0) return known;
  return releasesWith(facts).filter(({ layers }) => layers.some((placed) => placed.layer === layer));
}
