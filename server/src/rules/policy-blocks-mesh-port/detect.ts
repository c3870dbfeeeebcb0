import type { Placed } from '../../facts/fact.ts';
import type { NetworkPolicyFact, PolicyPort, PolicyRule, PortList } from '../../facts/policy.ts';
import { meshPorts, type MeshPort } from '../../knowledge/mesh-ports.ts';
import type { Cluster } from '../../workspace/clusters.ts';
import { groupBy } from '../../workspace/group.ts';
import type { Membership, PodSet } from '../../workspace/members.ts';
import { hasPeer } from '../../workspace/policies/match-rule.ts';
import type { Direction, Policies } from '../../workspace/policies/questions.ts';
import { policySceneOf, type PolicyScene } from '../../workspace/policies/scene.ts';
import { remembered } from '../../workspace/remembered.ts';

/** A list of ports in a policy that lets pods of a mesh talk to each other, and leaves out the port on which they do. */
export interface BlockedMeshPort {
  readonly policy: Placed<NetworkPolicyFact>;
  readonly direction: Direction;
  readonly rule: PolicyRule;
  readonly list: PortList;
  /** The ports of the list that are meant for calls through the mesh. */
  readonly meant: readonly PolicyPort[];
  readonly port: MeshPort;
  /** The pods that the policy is for, and those at the other end, each with what enrols them. */
  readonly pairs: readonly Pair[];
}

/** Two ends of a call that is blocked. */
export interface Pair {
  readonly pods: PodSet;
  readonly membership: Membership;
  readonly peer: PodSet;
}

/** Every list of ports in the policies of a cluster that blocks a mesh. */
export function blockedPortsIn(cluster: Cluster): readonly BlockedMeshPort[] {
  return blockedPorts(policySceneOf(cluster));
}

const blockedPorts = remembered(({ podSets, policies }: PolicyScene): readonly BlockedMeshPort[] => {
  const members = podSets.filter(({ memberships }) => memberships.length > 0);
  if (members.length === 0) return [];
  const peersOf = peersAmong(members);
  const each = members.flatMap((pods) => blockedFor(pods, peersOf, policies));
  const byList = groupBy(
    each,
    ({ policy, list, port }) => `${policy.uri} ${list.span.start} ${port.port} ${port.to}`,
  );
  return [...byList.values()].flatMap((same) =>
    same.slice(0, 1).map((one) => ({ ...one, pairs: same.flatMap(({ pairs }) => pairs) })),
  );
});

function blockedFor(pods: PodSet, peersOf: PeersOf, policies: Policies): readonly BlockedMeshPort[] {
  return directions.flatMap((direction) => {
    if (policies.isolates(pods, direction) !== 'yes') return [];
    return policies
      .selecting(pods)
      .filter(({ selects }) => selects === 'yes')
      .flatMap(({ policy, spec }) =>
        spec[direction].rules.flatMap((rule) => {
          if (rule.ports === 'any' || !namesPods(rule, direction)) return [];
          return rule.ports.flatMap((list) =>
            blockedBy({ policy, direction, rule, list }, pods, peersOf(rule, policy), policies),
          );
        }),
      );
  });
}

/** The members of a mesh that are surely among the peers of a rule; each rule is asked once. */
type PeersOf = (rule: PolicyRule, policy: Placed<NetworkPolicyFact>) => readonly PodSet[];

function peersAmong(members: readonly PodSet[]): PeersOf {
  const known = new Map<PolicyRule, readonly PodSet[]>();
  return (rule, policy) => {
    let peers = known.get(rule);
    if (peers === undefined) {
      peers = members.filter((pods) => hasPeer(rule, { kind: 'pods', pods }, policy) === 'yes');
      known.set(rule, peers);
    }
    return peers;
  };
}

const directions: readonly Direction[] = ['ingress', 'egress'];

/** A rule for ports of anybody is for the world outside where it lets out, and for the mesh as well where it lets in. */
function namesPods({ peers, isNarrowed }: PolicyRule, direction: Direction): boolean {
  if (isNarrowed) return false;
  if (peers === 'any') return direction === 'ingress';
  return peers.some((peer) => peer.kind === 'pods' || (peer.kind === 'entity' && peer.entity === 'cluster'));
}

type Place = Pick<BlockedMeshPort, 'policy' | 'direction' | 'rule' | 'list'>;

function blockedBy(
  place: Place,
  pods: PodSet,
  peers: readonly PodSet[],
  policies: Policies,
): readonly BlockedMeshPort[] {
  const { rule, list, direction } = place;
  return meshPorts.flatMap((port) => {
    const [own, other] = direction === 'ingress' ? [port.to, port.from] : [port.from, port.to];
    const membership = pods.memberships.find(({ mesh, mode }) => mesh === port.mesh && mode === own);
    const meant = list.ports.filter((entry) => isMeant(entry, port));
    if (membership === undefined || meant.length === 0) return [];
    const pairs = peers
      .filter(
        (peer) =>
          peer.memberships.some(({ mesh, mode }) => mesh === port.mesh && mode === other) &&
          isOtherEnd(rule, peer, pods) &&
          isBlocked(peer, pods, direction, port, policies),
      )
      .map((peer): Pair => ({ pods, membership, peer }));
    return pairs.length === 0 ? [] : [{ ...place, meant, port, pairs }];
  });
}

/** A rule for everybody says nothing of pods that talk to others of their own kind. */
function isOtherEnd({ peers }: PolicyRule, peer: PodSet, pods: PodSet): boolean {
  return peers !== 'any' || peer !== pods || pods.workload === undefined;
}

/** Whether a port is one that pods call through the mesh. */
function isMeant({ protocol, port: choice }: PolicyPort, { besidesMesh }: MeshPort): boolean {
  if (protocol !== 'TCP' && protocol !== 'ANY') return false;
  if (choice.kind !== 'range' || choice.from !== choice.to) return true;
  return !besidesMesh.includes(choice.from);
}

function isBlocked(
  peer: PodSet,
  pods: PodSet,
  direction: Direction,
  { port, portName }: MeshPort,
  policies: Policies,
): boolean {
  const traffic = { direction, peer: { kind: 'pods', pods: peer }, protocol: 'TCP', port, portName } as const;
  return policies.allows(pods, traffic) === 'no' && policies.denies(pods, traffic) === 'no';
}
