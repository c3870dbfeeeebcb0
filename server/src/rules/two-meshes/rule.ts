import { groupVersions } from '../../knowledge/versions.ts';
import { ztunnelState } from '../../knowledge/ztunnel.ts';
import { pathOf } from '../../source/file.ts';
import type { Cluster } from '../../workspace/clusters.ts';
import { readingOf } from '../../workspace/release-reading.ts';
import type { Release } from '../../workspace/releases/release.ts';
import { remembered } from '../../workspace/remembered.ts';
import { inWorkspace } from '../checks.ts';
import type { Finding, Fix, Severity } from '../finding.ts';
import { fixByRemoving } from '../fixes/remove-mark.ts';
import type { Rule } from '../rule.ts';
import { isOvertaken } from '../detection/standing.ts';
import { twoMeshesIn, type TwoMeshes } from './detect.ts';
import { clustersOrWhole } from '../whole-workspace.ts';
import { evidenceOf, twoMeshesMessage } from './wording.ts';

/** Two meshes take hold of the same workloads. */
export const twoMeshes: Rule = {
  name: 'two-meshes',
  title: 'Two meshes take hold of the same workloads',
  mendedBy: 'removing one of the two labels or annotations',
  severities: ['error', 'warning', 'information'],
  sources: [
    'https://docs.cilium.io/en/latest/security/network/encryption-ztunnel/',
    'https://istio.io/latest/docs/ambient/usage/add-workloads/#pod-selection-logic-for-ambient-and-sidecar-modes',
    'https://learn.microsoft.com/en-us/azure/aks/container-network-security-cilium-mutual-tls-concepts',
  ],
  check: inWorkspace((checked) => {
    const { isSample } = checked;
    return clustersOrWhole(checked).flatMap((cluster) => {
      const ztunnel = ztunnelIn(cluster);
      return twoMeshesIn(cluster).flatMap((found) => {
        const severity = severityOf(found, ztunnel);
        if (severity === undefined) return [];
        return [findingOf(found, isSample(pathOf(found.second.uri)) ? 'information' : severity)];
      });
    });
  }),
};

/** Whether Cilium's ztunnel runs in a cluster. Without any release in sight its label is all there is to go by. */
function ztunnelIn(cluster: Cluster): 'on' | 'off' | 'open' {
  const states = cluster.candidates
    .filter((release) => !isOvertaken(release, cluster))
    .flatMap(ztunnelStates);
  if (states.every((state) => state === 'on')) return 'on';
  return states.every((state) => state === 'off') ? 'off' : 'open';
}

/** Those of all versions that a release may be. */
const ztunnelStates = remembered((release: Release) => [
  ...groupVersions(release.versions, (version) => ztunnelState(version, readingOf(release))).keys(),
]);

function severityOf({ kind, first }: TwoMeshes, ztunnel: 'on' | 'off' | 'open'): Severity | undefined {
  if (kind !== 'ztunnels') return 'warning';
  if (ztunnel === 'off') return undefined;
  return ztunnel === 'on' && first.fact.mesh === 'istio' ? 'error' : 'warning';
}

function findingOf(found: TwoMeshes, severity: Severity): Finding {
  return {
    rule: 'two-meshes',
    severity,
    message: twoMeshesMessage(found),
    at: { uri: found.second.uri, span: found.second.fact.span },
    related: evidenceOf(found),
    fixes: fixesFor(found),
  };
}

/** Only a removal that changes nothing is preferred. */
function fixesFor({ kind, marks, second }: TwoMeshes): readonly Fix[] {
  return marks.flatMap((mark) =>
    fixByRemoving(
      mark,
      kind === 'sidecar-over-ambient' &&
        mark.uri === second.uri &&
        mark.fact.span.start === second.fact.span.start,
    ),
  );
}
