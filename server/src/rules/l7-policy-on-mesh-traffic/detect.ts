import type { Placed } from '../../facts/fact.ts';
import type { Layer7Rules, NetworkPolicyFact, PolicyRule, PortList } from '../../facts/policy.ts';
import type { MeshMode } from '../../knowledge/meshes.ts';
import type { Cluster } from '../../workspace/clusters.ts';
import type { Membership, PodSet } from '../../workspace/members.ts';
import { mtlsIn, type Mtls } from '../../workspace/mtls.ts';
import { hasPeer } from '../../workspace/policies/match-rule.ts';
import type { Direction } from '../../workspace/policies/questions.ts';
import { policySceneOf, type PolicyScene } from '../../workspace/policies/scene.ts';
import { remembered } from '../../workspace/remembered.ts';

/** Pods of Istio, and the label that makes them that. */
export interface Member {
  readonly pods: PodSet;
  readonly membership: Membership;
}

/** Rules for requests that Cilium never gets to see. */
export interface HiddenRequests {
  readonly policy: Placed<NetworkPolicyFact>;
  readonly rules: Layer7Rules;
  readonly direction: Direction;
  readonly mode: MeshMode;
  /** Whom the policy is for. */
  readonly subjects: readonly Member[];
  /** Who is at the other end, also in the mesh. */
  readonly peers: readonly Member[];
  /** Whether the rule is for everybody, those peers included. */
  readonly isForAnybody: boolean;
}

/**
 * HTTP and Kafka rules for traffic between members of Istio that it surely encrypts. Rules that only concern others stay
 * in force: those send and receive plain text.
 */
export function hiddenRequestsIn(cluster: Cluster): readonly HiddenRequests[] {
  return hiddenRequests(policySceneOf(cluster));
}

const hiddenRequests = remembered((scene: PolicyScene): readonly HiddenRequests[] => {
  const { facts, podSets, policies, enforcement } = scene;
  const members = podSets.flatMap(asMember);
  if (members.length === 0 || enforcement.mode === 'never' || enforcement.mode === 'unknown') return [];
  const mtls = mtlsIn(facts);
  const found = members.flatMap((subject) =>
    policies
      .selecting(subject.pods)
      .filter(({ selects }) => selects === 'yes')
      .flatMap(({ policy, spec }) =>
        directions.flatMap((direction) =>
          spec[direction].rules.flatMap((rule) =>
            hiddenIn({ policy, rule, direction, subject }, members, mtls),
          ),
        ),
      ),
  );
  return merged(found);
});

const directions = ['ingress', 'egress'] as const;

function asMember(pods: PodSet): readonly Member[] {
  const own = pods.memberships.filter(({ mesh }) => mesh === 'istio');
  const membership = own.find(({ mode }) => mode === 'sidecar') ?? own[0];
  return membership === undefined ? [] : [{ pods, membership }];
}

interface RuleFor {
  readonly policy: Placed<NetworkPolicyFact>;
  readonly rule: PolicyRule;
  readonly direction: Direction;
  readonly subject: Member;
}

function hiddenIn(
  { policy, rule, direction, subject }: RuleFor,
  members: readonly Member[],
  mtls: Mtls,
): readonly HiddenRequests[] {
  if (rule.isNarrowed || rule.ports === 'any') return [];
  // Looking for peers costs time, and most rules have nothing to say of requests.
  const lists = rule.ports.filter(({ layer7 }) => layer7.some(isOfRequests));
  if (lists.length === 0) return [];
  const { mode } = subject.membership;
  const peers = members.filter(
    ({ pods, membership }) =>
      membership.mode === mode && hasPeer(rule, { kind: 'pods', pods }, policy) === 'yes',
  );
  return lists.flatMap((list) => {
    const encrypted = peers.filter(({ pods }) =>
      isEncrypted(list, direction === 'ingress' ? subject.pods : pods, mode, mtls),
    );
    if (encrypted.length === 0) return [];
    const isForAnybody = rule.peers === 'any';
    return list.layer7.filter(isOfRequests).map((rules) => ({
      policy,
      rules,
      direction,
      mode,
      subjects: [subject],
      peers: encrypted,
      isForAnybody,
    }));
  });
}

function isOfRequests({ parser }: Layer7Rules): boolean {
  return parser === 'http' || parser === 'kafka';
}

/** Ambient does not listen to PeerAuthentications that switch mTLS off. */
function isEncrypted(list: PortList, receiver: PodSet, mode: MeshMode, mtls: Mtls): boolean {
  return mode === 'ambient' || portsOf(list, receiver).some((port) => mtls.isOff(receiver, port) === 'no');
}

/** The ports of a list by number; of a range, and of a name that nothing shows, none in particular. */
function portsOf({ ports }: PortList, receiver: PodSet): readonly (number | undefined)[] {
  if (ports.length === 0) return [undefined];
  return ports.map(({ port }) => {
    if (port.kind === 'name') return receiver.workload?.fact.namedPorts[port.name];
    return port.kind === 'range' && port.from === port.to ? port.from : undefined;
  });
}

/** One for each place, with everybody whom it concerns. */
function merged(all: readonly HiddenRequests[]): readonly HiddenRequests[] {
  const byPlace = new Map<string, HiddenRequests>();
  for (const one of all) {
    const key = `${one.policy.uri} ${one.rules.span.start} ${one.mode}`;
    const known = byPlace.get(key);
    byPlace.set(
      key,
      known === undefined
        ? one
        : {
            ...known,
            subjects: [...known.subjects, ...one.subjects],
            peers: [...new Set([...known.peers, ...one.peers])],
          },
    );
  }
  return [...byPlace.values()];
}
