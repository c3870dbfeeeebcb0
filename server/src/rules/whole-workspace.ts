import type { Cluster } from '../workspace/clusters.ts';
import type { Checked } from './rule.ts';

/** The clusters; where no file installs Cilium, the workspace as one cluster that somebody installs from elsewhere. */
export function clustersOrWhole({
  clusters,
  facts,
}: Pick<Checked, 'clusters' | 'facts'>): readonly Cluster[] {
  return clusters.length > 0 ? clusters : [{ releases: [], candidates: [], facts, isMeshInSight: true }];
}
