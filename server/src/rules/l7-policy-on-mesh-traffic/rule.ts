import { pathOf } from '../../source/file.ts';
import { inWorkspace } from '../checks.ts';
import type { Rule } from '../rule.ts';
import { clustersOrWhole } from '../whole-workspace.ts';
import { hiddenRequestsIn } from './detect.ts';
import { evidenceFor, hiddenMessage } from './wording.ts';

/** Rules of Cilium for HTTP or Kafka look into traffic that Istio has encrypted. */
export const l7PolicyOnMeshTraffic: Rule = {
  name: 'l7-policy-on-mesh-traffic',
  title: 'A Cilium HTTP policy reads traffic that the mesh has encrypted',
  mendedBy: '',
  severities: ['error', 'information'],
  sources: [
    'https://docs.cilium.io/en/stable/network/servicemesh/istio/',
    'https://istio.io/latest/docs/concepts/security/#peer-authentication',
  ],
  check: inWorkspace((checked) => {
    const { isSample } = checked;
    return clustersOrWhole(checked).flatMap((cluster) =>
      hiddenRequestsIn(cluster).map((hidden) => ({
        rule: 'l7-policy-on-mesh-traffic',
        severity: isSample(pathOf(hidden.policy.uri)) ? 'information' : 'error',
        message: hiddenMessage(hidden),
        at: { uri: hidden.policy.uri, span: hidden.rules.span },
        related: evidenceFor(hidden),
        fixes: [],
      })),
    );
  }),
};
