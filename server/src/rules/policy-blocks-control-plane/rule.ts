import { t } from '@vscode/l10n';
import { pathOf } from '../../source/file.ts';
import type { Cluster } from '../../workspace/clusters.ts';
import { inWorkspace } from '../checks.ts';
import type { Related } from '../finding.ts';
import { meshTitle } from '../wording/mesh-words.ts';
import { podsNamed } from '../wording/pod-words.ts';
import type { Rule } from '../rule.ts';
import { clustersOrWhole } from '../whole-workspace.ts';
import { code } from '../wording/words.ts';
import { cutOffsIn, type CutOff } from './detect.ts';
import { fixesFor } from './fixes.ts';
import { cutOffMessage } from './wording.ts';

/** Network policies cut proxies off from the control plane of the mesh. */
export const policyBlocksControlPlane: Rule = {
  name: 'policy-blocks-control-plane',
  title: 'Network policies cut proxies off from the control plane of the mesh',
  mendedBy: 'a rule for the control plane beside those of the policy',
  severities: ['warning', 'information'],
  sources: [
    'https://istio.io/latest/docs/ops/deployment/application-requirements/',
    'https://linkerd.io/2/reference/cluster-configuration/',
    'https://docs.cilium.io/en/stable/security/policy/',
  ],
  check: inWorkspace((checked) => {
    const { isSample } = checked;
    return clustersOrWhole(checked)
      .filter(hasCilium)
      .flatMap((cluster) =>
        cutOffsIn(cluster).map((cutOff) => ({
          rule: 'policy-blocks-control-plane',
          severity: isOfSample(cutOff, isSample) ? 'information' : 'warning',
          message: cutOffMessage(cutOff),
          at: { uri: cutOff.policy.uri, span: cutOff.spec.span },
          related: evidence(cutOff),
          fixes: fixesFor(cutOff),
        })),
      );
  }),
};

/** Whether the policy, or each of the pods, stands where people keep examples and data for tests. */
function isOfSample({ policy, pods }: CutOff, isSample: (path: string) => boolean): boolean {
  return (
    isSample(pathOf(policy.uri)) ||
    pods.every(({ workload }) => workload !== undefined && isSample(pathOf(workload.uri)))
  );
}

/** Other network plugins take policies of Kubernetes otherwise: for them addresses may be pods. */
function hasCilium({ candidates, facts }: Cluster): boolean {
  return (
    candidates.length > 0 ||
    facts.some(({ fact }) => fact.kind === 'network-policy' && fact.resource !== 'NetworkPolicy')
  );
}

/** What puts the first of the pods into the mesh. */
function evidence({ pods, direction }: CutOff): readonly Related[] {
  const [first] = pods;
  const membership = first?.memberships[0];
  if (first === undefined || membership === undefined || direction === 'ingress') return [];
  const { by, mesh } = membership;
  return [
    {
      at: { uri: by.uri, span: by.fact.span },
      message: t`${podsNamed([first])} takes part in ${meshTitle(mesh)} by ${code(by.fact.key)}.`,
    },
  ];
}
