/** Where a rule looks. */
import type { Cluster } from '../workspace/clusters.ts';
import { remembered } from '../workspace/remembered.ts';
import type { Finding } from './finding.ts';
import type { Checked, Rule } from './rule.ts';

/** The check of a rule that looks at each cluster by itself. What it found in one holds until that cluster changes. */
export function inEachCluster(findingsIn: (cluster: Cluster) => readonly Finding[]): Rule['check'] {
  const found = remembered(findingsIn);
  return function* ({ clusters }) {
    for (const cluster of clusters) yield found(cluster);
  };
}

/** The check of a rule that looks at everything together. */
export function inWorkspace(findingsIn: (checked: Checked) => readonly Finding[]): Rule['check'] {
  return (checked) => [findingsIn(checked)];
}
