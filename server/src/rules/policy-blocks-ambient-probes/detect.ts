import type { Placed } from '../../facts/fact.ts';
import type { NetworkPolicyFact, PolicySpec } from '../../facts/policy.ts';
import { probeSource } from '../../knowledge/mesh-ports.ts';
import { switchOf } from '../../knowledge/settings.ts';
import type { Cluster } from '../../workspace/clusters.ts';
import type { Membership, PodSet } from '../../workspace/members.ts';
import type { Enforcement } from '../../workspace/policies/enforcement.ts';
import { isolation } from '../../workspace/policies/policies.ts';
import type { Policies } from '../../workspace/policies/questions.ts';
import { policySceneOf, type PolicyScene } from '../../workspace/policies/scene.ts';
import { installedBy, readingOf } from '../../workspace/release-reading.ts';
import { remembered } from '../../workspace/remembered.ts';

/** A policy that keeps the kubelet's probes from pods of the mesh. */
export interface BlockedProbes {
  readonly policy: Placed<NetworkPolicyFact>;
  readonly spec: PolicySpec;
  /** The pods that it shuts, never empty, each with what enrols it. */
  readonly pods: readonly { readonly pods: PodSet; readonly membership: Membership }[];
  /** The addresses from which probes come in this cluster. */
  readonly sources: readonly string[];
  readonly enforcement: Enforcement;
}

/** The policies of a cluster that block probes: as few as account for all pods, at most one for each namespace. */
export function blockedProbesIn(cluster: Cluster): readonly BlockedProbes[] {
  const { v4, v4AndV6 } = sources;
  return blockedProbes(policySceneOf(cluster))(hasIpv6(cluster) ? v4AndV6 : v4);
}

const sources = { v4: [probeSource.ipv4], v4AndV6: [probeSource.ipv4, probeSource.ipv6] } as const;

const blockedProbes = remembered((scene: PolicyScene) =>
  remembered((from: readonly string[]) => blockedIn(scene, from)),
);

function blockedIn(
  { podSets, policies, enforcement }: PolicyScene,
  from: readonly string[],
): readonly BlockedProbes[] {
  const members = podSets.flatMap((pods) => {
    const membership = pods.memberships.find(
      ({ mesh, mode }) => mesh === probeSource.mesh && mode === probeSource.mode,
    );
    return membership === undefined || pods.workload?.fact.isProbed === 'no' ? [] : [{ pods, membership }];
  });
  if (members.length === 0) return [];
  const blocked = members.filter(({ pods }) => isBlocked(pods, policies, from));
  return causesOf(blocked, policies, enforcement).map((cause) => ({ ...cause, sources: from, enforcement }));
}

/** Where a cluster has both kinds of address, probes come from that of the kind that is allowed, if one is. */
function isBlocked(pods: PodSet, policies: Policies, from: readonly string[]): boolean {
  return (
    policies.isolates(pods, 'ingress') === 'yes' &&
    from.every((cidr) => {
      const probe = {
        direction: 'ingress',
        peer: { kind: 'address', cidr },
        protocol: 'TCP',
        port: 'some',
      } as const;
      return policies.denies(pods, probe) === 'no' && policies.allows(pods, probe) === 'no';
    })
  );
}

/** Probes come from an address of IPv6 too where Cilium is told so; from one of IPv4 always. */
function hasIpv6({ candidates }: Cluster): boolean {
  return candidates.some((release) =>
    release.versions.versions.some(
      (version) => switchOf('ipv6Enabled', version, readingOf(release), installedBy(release)) === 'on',
    ),
  );
}

type Cause = Pick<BlockedProbes, 'policy' | 'spec' | 'pods'>;

/** The policies that shut these pods, those that shut the most first; none that only shuts namespaces spoken of already. */
function causesOf(
  blocked: BlockedProbes['pods'],
  policies: Policies,
  enforcement: Enforcement,
): readonly Cause[] {
  const bySpec = new Map<PolicySpec, Cause>();
  for (const member of blocked) {
    for (const { policy, spec, selects } of policies.selecting(member.pods)) {
      if (selects !== 'yes' || isolation(spec.ingress, enforcement) !== 'yes') continue;
      const pods = [...(bySpec.get(spec)?.pods ?? []), member];
      bySpec.set(spec, { policy, spec, pods });
    }
  }
  const causes = [...bySpec.values()].sort((one, other) => other.pods.length - one.pods.length);
  const spokenOf = new Set<string | undefined>();
  return causes.flatMap((cause) => {
    const pods = cause.pods.filter(({ pods: { namespace } }) => !spokenOf.has(namespace));
    for (const { pods: own } of pods) spokenOf.add(own.namespace);
    return pods.length === 0 ? [] : [{ ...cause, pods }];
  });
}
