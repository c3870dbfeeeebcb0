import type { VersionSet } from '../../knowledge/versions.ts';
import type { Location } from '../../facts/location.ts';
import type { PlacedLayer } from '../effective.ts';
import type { Standing } from './plan.ts';

/** How the version of a release is known. */
export type VersionEvidence =
  | { readonly kind: 'pinned'; readonly text: string; readonly at: Location }
  | { readonly kind: 'range'; readonly text: string; readonly at: Location }
  | { readonly kind: 'configured'; readonly text: string }
  /** Nothing names a version; the keys and values in use allow these. */
  | { readonly kind: 'inferred' };

/**
 * One installation of a chart, with the layers of values that Helm merges for it, lowest first. The chart's own
 * defaults are no layer: they are knowledge, by version.
 */
export interface Release {
  readonly chart: string;
  readonly layers: readonly PlacedLayer[];
  /** Every version that this release may be, never empty. */
  readonly versions: VersionSet;
  readonly versionEvidence: VersionEvidence;
  /** The file that makes it this release and no other, decoded: it tells which cluster the release belongs to. */
  readonly path: string;
  readonly standing: Standing;
  /** It lies in a folder of examples: somebody may copy it, but nobody installs it from there. */
  readonly isSample: boolean;
  /** The oldest kernel that it runs on, where the configuration says so. */
  readonly kernel: string | undefined;
}
