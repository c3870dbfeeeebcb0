import { minorsOf } from '../../knowledge/versions.ts';
import type { Cluster } from '../../workspace/clusters.ts';
import type { Release } from '../../workspace/releases/release.ts';
import type { Severity } from '../finding.ts';
import { isOvertaken } from './standing.ts';

/**
 * How loud a rule on single settings may be about a release, in all of whose versions it holds: a step milder where nothing
 * but the keys in use tells the minor, information where another release stands firmer.
 */
export function asFirmAs(release: Release, cluster: Cluster, worst: Severity): Severity {
  if (isOvertaken(release, cluster)) return worst === 'hint' ? worst : 'information';
  const isOpen = release.versionEvidence.kind === 'inferred' && minorsOf(release.versions).length > 1;
  return isOpen ? milder[worst] : worst;
}

/** One step less loud; information stays, so that what is found is never told as a mere hint. */
export const milder: Readonly<Record<Severity, Severity>> = {
  error: 'warning',
  warning: 'information',
  information: 'information',
  hint: 'hint',
};
