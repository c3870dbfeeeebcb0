import { t } from '@vscode/l10n';
import type { Finding, Related } from '../finding.ts';
import { meshTitle } from '../wording/mesh-words.ts';
import { podsNamed } from '../wording/pod-words.ts';
import { inEachCluster } from '../checks.ts';
import type { Rule } from '../rule.ts';
import { code } from '../wording/words.ts';
import { blockedPortsIn, type BlockedMeshPort } from './detect.ts';
import { fixesFor } from './fixes.ts';
import { blockedMessage } from './wording.ts';

/** A network policy blocks the port on which a mesh carries its traffic. */
export const policyBlocksMeshPort: Rule = {
  name: 'policy-blocks-mesh-port',
  title: 'A network policy blocks the port on which a mesh carries its traffic',
  mendedBy: "the mesh's port beside the ports of the policy",
  severities: ['error', 'warning'],
  sources: [
    'https://istio.io/latest/docs/ambient/usage/networkpolicy/',
    'https://linkerd.io/2/common-errors/network-policy/',
    'https://docs.cilium.io/en/stable/security/policy/',
  ],
  check: inEachCluster((cluster) => blockedPortsIn(cluster).map(findingOf)),
};

function findingOf(blocked: BlockedMeshPort): Finding {
  const { policy, list, port } = blocked;
  return {
    rule: 'policy-blocks-mesh-port',
    severity: port.severity,
    message: blockedMessage(blocked),
    at: { uri: policy.uri, span: list.span },
    related: evidence(blocked),
    fixes: fixesFor(blocked),
  };
}

/** What puts the pods into the mesh, and the pods themselves: the first of them, others would only repeat it. */
function evidence({ pairs }: BlockedMeshPort): readonly Related[] {
  return pairs.slice(0, 1).flatMap(({ pods, membership: { mesh, by } }) => [
    {
      at: { uri: by.uri, span: by.fact.span },
      message: t`${code(by.fact.key)} brings ${podsNamed([pods])} into ${meshTitle(mesh)}.`,
    },
    ...(pods.workload === undefined
      ? []
      : [
          {
            at: { uri: pods.workload.uri, span: pods.workload.fact.span },
            message: t`The policy is for ${podsNamed([pods])}.`,
          },
        ]),
  ]);
}
