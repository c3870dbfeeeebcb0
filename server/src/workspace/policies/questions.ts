import type { Placed } from '../../facts/fact.ts';
import type { NetworkPolicyFact, PolicySpec } from '../../facts/policy.ts';
import type { Answer } from '../../knowledge/condition.ts';
import type { PodSet } from '../members.ts';

export type Direction = 'ingress' | 'egress';

/** A spec of a policy that is for certain pods, surely or perhaps. */
export interface SelectingSpec {
  readonly policy: Placed<NetworkPolicyFact>;
  readonly spec: PolicySpec;
  readonly selects: Exclude<Answer, 'no'>;
}

/** Traffic as policies see it, from the pods that a question is about to the other end of it. */
export interface Traffic {
  readonly direction: Direction;
  readonly peer: TrafficPeer;
  readonly protocol: 'TCP' | 'UDP';
  /** The port that the packets go to; `some` asks whether there is one. */
  readonly port: number | 'some';
  /** What the container that listens there calls the port, where no manifest shows it. */
  readonly portName?: string | undefined;
}

/** The other end: certain pods, an address, the node that a pod runs on, or the API server of Kubernetes. */
export type TrafficPeer =
  | { readonly kind: 'pods'; readonly pods: PodSet }
  | { readonly kind: 'address'; readonly cidr: string }
  | { readonly kind: 'entity'; readonly entity: 'host' | 'kube-apiserver' };

/** What all network policies of a cluster together do. Every answer is `unknown` where a template decides. */
export interface Policies {
  /** The specs that are for these pods, or may be. */
  readonly selecting: (pods: PodSet) => readonly SelectingSpec[];
  /** Whether these pods may only have the traffic of a direction that some policy allows. */
  readonly isolates: (pods: PodSet, direction: Direction) => Answer;
  /** Whether a rule refuses traffic, whatever others allow. */
  readonly denies: (pods: PodSet, traffic: Traffic) => Answer;
  /** Whether the policies let traffic through: those that are for the pods, and none of those at the other end. */
  readonly allows: (pods: PodSet, traffic: Traffic) => Answer;
}
