import type { Cluster } from '../workspace/clusters.ts';
import { rules } from './catalogue.ts';
import type { Finding, Severity } from './finding.ts';

const weight: Readonly<Record<Severity, number>> = { error: 3, warning: 2, information: 1, hint: 0 };

/**
 * All findings of all rules over all clusters, by file and place. A base file that several releases share is reported
 * once, at its worst.
 */
export function check(clusters: readonly Cluster[]): readonly Finding[] {
  const worst = new Map<string, Finding>();
  for (const cluster of clusters) {
    for (const finding of rules.flatMap((rule) => rule.check(cluster))) {
      const key = `${finding.rule} ${finding.at.uri} ${finding.at.span.start}`;
      const known = worst.get(key);
      if (known === undefined || weight[finding.severity] > weight[known.severity]) worst.set(key, finding);
    }
  }
  return [...worst.values()].sort(byPlace);
}

function byPlace(left: Finding, right: Finding): number {
  if (left.at.uri !== right.at.uri) return left.at.uri < right.at.uri ? -1 : 1;
  return left.at.span.start - right.at.span.start;
}
