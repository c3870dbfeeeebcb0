import type { Location } from '../../facts/location.ts';
import type { SettingsLayer } from '../../facts/settings.ts';
import type { PlacedLayer } from '../effective.ts';

/** A version or range as some file names it. */
export interface VersionText {
  readonly text: string;
  readonly at: Location;
  /** The chart that the version is one of, where a distribution packs Cilium under a name and numbers of its own. */
  readonly numberedBy?: string;
}

/**
 * How a release comes into its cluster. `reconciled`: a controller keeps the cluster so. `installed`: a command or a tool
 * does it once. `unused`: nothing of the workspace does; a values file may just lie there. `example`: a text shows it to
 * people, who may never do it.
 */
export type Standing = 'reconciled' | 'installed' | 'unused' | 'example';

/** An installation before its version is worked out: which layers Helm would merge, lowest first. */
export interface ReleasePlan {
  readonly chart: string;
  readonly layers: readonly PlacedLayer[];
  /** The most exact statement first: a lock file, a command's `--version`, a dependency's range. */
  readonly versionTexts: readonly VersionText[];
  /** The file that makes it this release and no other, decoded: it tells which cluster the release belongs to. */
  readonly path: string;
  readonly standing: Standing;
}

/**
 * A values file that a deployment names but that cannot be read here: it may set anything, so whatever the other
 * layers do not say above it is unknown.
 */
export function opaqueLayer(uri: string, chart: string, span: SettingsLayer['span']): PlacedLayer {
  return {
    uri,
    layer: {
      kind: 'settings',
      carrier: 'values-file',
      dialect: 'helm',
      chart: { name: chart },
      address: { document: 0, path: [] },
      span,
      settings: [],
      open: true,
    },
  };
}

/** Tells the layers whose settings stand right below a key, as those of a dependency do, or at the root for no key. */
export function isBelow(key: string | undefined): (placed: PlacedLayer) => boolean {
  return ({ layer: { address } }) =>
    key === undefined ? address.path.length === 0 : address.path.length === 1 && address.path[0] === key;
}
