import { t } from '@vscode/l10n';
import type { Fix, FixStep, ManifestReference } from '../finding.ts';
import { code } from '../wording/words.ts';
import type { BlockedProbes } from './detect.ts';

/**
 * The fix for each of the policies. Where policies may allow without refusing the rest (`enableDefaultDeny`, Cilium 1.16),
 * one clusterwide policy mends all: it goes behind the first of them that stands in a file of its own. With other versions it
 * would shut every pod of the cluster, so that each of the policies gets a rule of its own instead.
 */
export function fixesFor(all: readonly BlockedProbes[]): (blocked: BlockedProbes) => readonly Fix[] {
  const first = all.find(({ policy }) => policy.fact.address.within === undefined);
  return (blocked) => {
    const [address] = blocked.sources;
    if (address === undefined) return [];
    const isForAll = first !== undefined && blocked.enforcement.obeysSwitch === 'yes';
    return [
      {
        title: isForAll
          ? t`Allow probes from ${code(address)} by a policy for all pods`
          : t`Allow probes from ${code(address)} in this policy`,
        preferred: true,
        steps: [
          isForAll
            ? { op: 'append-document', uri: first.policy.uri, text: policyForAll(first.sources) }
            : ownRule(blocked),
        ],
      },
    ];
  };
}

/** As Istio's documentation has it (https://istio.io/latest/docs/ambient/install/platform-prerequisites/#cilium). */
function policyForAll(sources: readonly string[]): string {
  return `apiVersion: cilium.io/v2
kind: CiliumClusterwideNetworkPolicy
metadata:
  name: allow-ambient-hostprobes
spec:
  description: Probes of the kubelet reach pods of Istio ambient from these addresses.
  enableDefaultDeny:
    egress: false
    ingress: false
  endpointSelector: {}
  ingress:
    - fromCIDR:
${sources.map((cidr) => `        - ${cidr}`).join('\n')}
`;
}

function ownRule({ policy, spec, sources }: BlockedProbes): FixStep {
  const layer: ManifestReference = { uri: policy.uri, carrier: 'manifest', address: policy.fact.address };
  const item =
    policy.fact.resource === 'NetworkPolicy'
      ? { from: sources.map((cidr) => ({ ipBlock: { cidr } })) }
      : { fromCIDR: [...sources] };
  return { op: 'append', layer, path: [...spec.path, 'ingress'], item };
}
