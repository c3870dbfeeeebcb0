import { byHandNote } from '../wording/by-hand.ts';
import { inWorkspace } from '../checks.ts';
import type { Finding, Severity } from '../finding.ts';
import type { Rule } from '../rule.ts';
import { evictingIn, type Evicting } from './detect.ts';
import { fixesFor, sharedSetting } from './fixes.ts';
import { evictionMessage, evidenceOf } from './wording.ts';

/** Cilium takes the mesh's CNI plugin out of the node's configuration. */
export const cniExclusiveEvictsMeshCni: Rule = {
  name: 'cni-exclusive-evicts-mesh-cni',
  title: "Cilium takes the mesh's CNI plugin out of the node's configuration",
  mendedBy: '`cni.exclusive: false`',
  severities: ['error', 'warning', 'information'],
  sources: [
    'https://docs.cilium.io/en/stable/network/servicemesh/istio/',
    'https://istio.io/latest/docs/ambient/install/platform-prerequisites/#cilium',
    'https://linkerd.io/2/reference/cluster-configuration/#cilium',
    'https://kuma.io/docs/latest/production/dp-config/cni/',
  ],
  check: inWorkspace(({ clusters, isSample }) => {
    return clusters.flatMap((cluster) => evictingIn(cluster, isSample).map(findingOf));
  }),
};

function findingOf(evicting: Evicting): Finding {
  const { takeover, plugins } = evicting;
  return {
    rule: 'cni-exclusive-evicts-mesh-cni',
    severity: severityOf(evicting),
    message: evictionMessage(evicting),
    at: takeover.at,
    related: [
      ...plugins.flatMap(evidenceOf),
      ...byHandNote(takeover.release, sharedSetting(takeover), takeover.at),
    ],
    fixes: fixesFor(takeover),
  };
}

/** As bad as the mesh that suffers most. A leftover, or a version that may be another one, is no reason to interrupt. */
function severityOf({ takeover, plugins }: Evicting): Severity {
  if (takeover.isOvertaken || !takeover.certain) return 'information';
  return plugins.some(({ eviction }) => eviction.severity === 'error') ? 'error' : 'warning';
}
