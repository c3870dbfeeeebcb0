import { t } from '@vscode/l10n';
import { minorsOf } from '../../knowledge/versions.ts';
import type { Cluster } from '../../workspace/clusters.ts';
import { affectedMeshes, evidenceOf, keptNote, type AffectedMesh } from '../detection/affected-meshes.ts';
import type { Finding, Severity } from '../finding.ts';
import { fixesFor } from '../fixes/keep-out-of-pods.ts';
import { inEachCluster } from '../checks.ts';
import type { Rule } from '../rule.ts';
import { bypassesIn, type BypassedMesh } from './detect.ts';
import { byHandNote } from './by-hand.ts';
import { bypassMessage, misplacedMessage, noMeshMessage } from './wording.ts';

/** Cilium's socket load balancer translates Services inside pods, so a mesh never sees the address that was called. */
export const socketLbBypassesMesh: Rule = {
  name: 'socket-lb-bypasses-mesh',
  title: "Cilium's socket load balancer bypasses the service mesh",
  mendedBy: '`socketLB.hostNamespaceOnly: true`, or the key of that Cilium version',
  severities: ['error', 'warning', 'information', 'hint'],
  sources: [
    'https://docs.cilium.io/en/stable/network/kubernetes/kubeproxy-free/#socket-loadbalancer-bypass-in-pod-namespace',
    'https://docs.cilium.io/en/stable/network/servicemesh/istio/',
    'https://linkerd.io/2/reference/cluster-configuration/#cilium',
  ],
  check: inEachCluster((cluster) =>
    bypassesIn(cluster).flatMap((bypassed) => findingOf(bypassed, cluster) ?? []),
  ),
};

function findingOf(bypassed: BypassedMesh, cluster: Cluster): Finding | undefined {
  const affected = affectedMeshes(bypassed.meshes);
  if (affected.length === 0) return findingWithoutMembers(bypassed, cluster);
  return {
    rule: 'socket-lb-bypasses-mesh',
    severity: severityOf(bypassed, affected),
    message: bypassMessage(bypassed, affected),
    at: bypassed.bypass.at,
    related: [
      ...affected.flatMap(evidenceOf),
      ...affected.flatMap((one) => keptNote(one, bypassed.bypass.at)),
      ...byHandNote(bypassed.bypass),
    ],
    fixes: fixesFor(bypassed.bypass),
  };
}

/**
 * Where a mesh is in sight and nothing of it is passed by, all is well, unless somebody asked for it in a place where
 * the mesh does not look: then nothing is lost yet. Without any mesh it is worth a hint.
 */
function findingWithoutMembers(
  bypassed: BypassedMesh,
  { facts, isMeshInSight }: Cluster,
): Finding | undefined {
  const { certain, isOvertaken, at } = bypassed.bypass;
  if (!certain || isOvertaken) return undefined;
  const misplaced = facts.flatMap(({ uri, fact }) =>
    fact.kind === 'mesh-sign' && fact.trait === 'misplaced-signal' ? [{ uri, span: fact.span }] : [],
  );
  if (misplaced.length === 0 && isMeshInSight) return undefined;
  const isMeant = misplaced.length > 0;
  return {
    rule: 'socket-lb-bypasses-mesh',
    severity: isMeant ? 'information' : 'hint',
    message: isMeant ? misplacedMessage(bypassed) : noMeshMessage(bypassed),
    at,
    related: misplaced
      .slice(0, 3)
      .map((place) => ({ at: place, message: t('Istio reads this as a label only.') })),
    fixes: fixesFor(bypassed.bypass),
  };
}

/**
 * As bad as the mesh that suffers most. Where only some versions of one minor are concerned it is a step milder; where
 * the minor itself is not known, or another release of the cluster stands firmer, it is information.
 */
function severityOf({ bypass }: BypassedMesh, affected: readonly AffectedMesh[]): Severity {
  if (bypass.isOvertaken) return 'information';
  const worst = affected.some(({ effect }) => effect.severity === 'error') ? 'error' : 'warning';
  if (bypass.certain) return worst;
  const isOneMinor = minorsOf(bypass.release.versions).length === 1;
  return isOneMinor && worst === 'error' ? 'warning' : 'information';
}
