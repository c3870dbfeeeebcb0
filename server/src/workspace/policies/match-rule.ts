import type { Placed } from '../../facts/fact.ts';
import type { NetworkPolicyFact, PolicyPeer, PolicyPort, PolicyRule } from '../../facts/policy.ts';
import type { Answer } from '../../knowledge/condition.ts';
import type { PodSet } from '../members.ts';
import { allOf, anyOf } from './answers.ts';
import { liesIn, meet } from './cidr.ts';
import type { Traffic, TrafficPeer } from './questions.ts';
import { selectsPods } from './select-pods.ts';

/** Whether the other end is among the peers of a rule. */
export function hasPeer(
  { peers }: Pick<PolicyRule, 'peers'>,
  peer: TrafficPeer,
  policy: Placed<NetworkPolicyFact>,
): Answer {
  if (peers === 'any') return 'yes';
  if (peer.kind !== 'pods') return anyOf(peers.map((named) => isPeer(named, peer, policy)));
  const answers = known.get(peer.pods) ?? new Map<readonly PolicyPeer[], Answer>();
  known.set(peer.pods, answers);
  let answer = answers.get(peers);
  if (answer === undefined) {
    answer = anyOf(peers.map((named) => isPeer(named, peer, policy)));
    answers.set(peers, answer);
  }
  return answer;
}

/** Pods are asked for again and again, for every port and by every rule. */
const known = new WeakMap<PodSet, Map<readonly PolicyPeer[], Answer>>();

function isPeer(named: PolicyPeer, peer: TrafficPeer, policy: Placed<NetworkPolicyFact>): Answer {
  if (named.kind === 'unknown') return 'unknown';
  switch (peer.kind) {
    case 'pods':
      return isPeerOfPods(named, peer.pods, policy);
    case 'address':
      return isPeerOfAddress(named, peer.cidr);
    case 'entity':
      return isPeerOfEntity(named, peer.entity);
  }
}

type Named = Exclude<PolicyPeer, { readonly kind: 'unknown' }>;

/** Cilium knows pods by identity, so no block of addresses is for them (https://docs.cilium.io/en/stable/security/policy/language/#ip-cidr-based). */
function isPeerOfPods(named: Named, pods: PodSet, policy: Placed<NetworkPolicyFact>): Answer {
  switch (named.kind) {
    case 'pods':
      return selectsPods(named.selector, pods, policy);
    case 'entity':
      return entitiesOfPods[named.entity] ?? 'unknown';
    case 'cidr':
    case 'names':
      return 'no';
    case 'service':
      return 'unknown';
  }
}

/** Cilium's entities (https://docs.cilium.io/en/stable/security/policy/language/#entities-based), and whether pods are of them. */
const entitiesOfPods: Readonly<Record<string, Answer>> = {
  all: 'yes',
  cluster: 'yes',
  world: 'no',
  'world-ipv4': 'no',
  'world-ipv6': 'no',
  host: 'no',
  'remote-node': 'no',
  'kube-apiserver': 'no',
  health: 'no',
  ingress: 'no',
  none: 'no',
  init: 'unknown',
  unmanaged: 'unknown',
};

/** An address that is no pod's and no node's is of the world. */
function isPeerOfAddress(named: Named, cidr: string): Answer {
  const isIpv6 = cidr.includes(':');
  switch (named.kind) {
    case 'cidr':
      if (!liesIn(cidr, named.cidr)) return meet(cidr, named.cidr) ? 'unknown' : 'no';
      return named.except.some((block) => meet(cidr, block)) ? 'no' : 'yes';
    case 'entity':
      switch (named.entity) {
        case 'all':
        case 'world':
          return 'yes';
        case 'world-ipv4':
          return isIpv6 ? 'no' : 'yes';
        case 'world-ipv6':
          return isIpv6 ? 'yes' : 'no';
        default:
          return 'no';
      }
    case 'names':
    case 'service':
      return 'unknown';
    case 'pods':
      return 'no';
  }
}

/** Nodes may be named by addresses as well, if Cilium is told so; that cannot be seen in a policy. */
function isPeerOfEntity(named: Named, entity: 'host' | 'kube-apiserver'): Answer {
  if (named.kind === 'pods') return 'no';
  if (named.kind !== 'entity') return 'unknown';
  if (named.entity === 'all' || named.entity === entity) return 'yes';
  if (named.entity === 'cluster') return entity === 'host' ? 'yes' : 'unknown';
  return entity === 'host' ? 'no' : 'unknown';
}

/** Whether the port that traffic goes to is among those of a rule. */
export function hasPort(
  { ports }: Pick<PolicyRule, 'ports'>,
  traffic: Pick<Traffic, 'protocol' | 'port' | 'portName'>,
  receiver: PodSet | undefined,
): Answer {
  if (ports === 'any') return 'yes';
  return anyOf(
    ports.flatMap((list) =>
      list.ports.length === 0
        ? ['yes' as const]
        : list.ports.map((entry) =>
            allOf([hasProtocol(entry, traffic.protocol), isAmong(entry, traffic, receiver)]),
          ),
    ),
  );
}

function hasProtocol({ protocol }: PolicyPort, wanted: Traffic['protocol']): Answer {
  if (protocol === 'unknown') return 'unknown';
  return protocol === 'ANY' || protocol === wanted ? 'yes' : 'no';
}

function isAmong(
  { port: choice }: PolicyPort,
  { port, portName }: Pick<Traffic, 'port' | 'portName'>,
  receiver: PodSet | undefined,
): Answer {
  if (port === 'some') return 'yes';
  switch (choice.kind) {
    case 'range':
      return choice.from <= port && port <= choice.to ? 'yes' : 'no';
    case 'name':
      return isNamed(choice.name, port, portName, receiver);
    case 'unknown':
      return 'unknown';
  }
}

/** A container that no manifest shows may have called a port anything, unless its name is known. */
function isNamed(
  name: string,
  port: number,
  portName: string | undefined,
  receiver: PodSet | undefined,
): Answer {
  if (name === portName) return 'yes';
  const ports = receiver?.workload?.fact.namedPorts ?? {};
  const number = Object.hasOwn(ports, name) ? ports[name] : undefined;
  return number === undefined ? 'unknown' : number === port ? 'yes' : 'no';
}
