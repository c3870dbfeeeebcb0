import type { Placed } from '../../facts/fact.ts';
import type { NetworkPolicyFact, PolicyRule } from '../../facts/policy.ts';
import type { Answer } from '../../knowledge/condition.ts';
import type { PodSet } from '../members.ts';
import { allOf } from './answers.ts';
import { hasPeer, hasPort } from './match-rule.ts';
import type { Policies, SelectingSpec, Traffic } from './questions.ts';

/** Rules that let through, or rules that refuse. */
export type RuleList = 'rules' | 'denies';

/** Whether some rule of a list is about traffic of pods. */
export type Ruled = (pods: PodSet, traffic: Traffic, list: RuleList) => Answer;

/** A rule for some pods that is for a certain port, surely or perhaps. */
interface PortRule {
  readonly policy: Placed<NetworkPolicyFact>;
  /** Absent for rules that a template may add. */
  readonly rule: PolicyRule | undefined;
  /** Whether the rule is for the pods, and without a condition. */
  readonly holds: Answer;
  /** Whether it is for the port, as far as that does not hang on the peer. */
  readonly port: Answer;
}

/** The rules that some pods have for the port of some traffic. */
interface Found {
  readonly list: RuleList;
  readonly traffic: Traffic;
  readonly rules: readonly PortRule[];
}

function isSamePort(one: Traffic, other: Traffic): boolean {
  return (
    one.port === other.port &&
    one.direction === other.direction &&
    one.protocol === other.protocol &&
    one.portName === other.portName
  );
}

/** Asks the rules of policies. Which of them are for a port is found out once, for all peers. */
export function ruledBy(selecting: Policies['selecting']): Ruled {
  const known = new Map<PodSet, Found[]>();
  const rulesFor = (pods: PodSet, traffic: Traffic, list: RuleList): readonly PortRule[] => {
    const ofPods = known.get(pods) ?? [];
    known.set(pods, ofPods);
    const found = ofPods.find((one) => one.list === list && isSamePort(one.traffic, traffic));
    if (found !== undefined) return found.rules;
    const rules = selecting(pods).flatMap((spec) => portRules(spec, pods, traffic, list));
    ofPods.push({ list, traffic, rules });
    return rules;
  };
  return (pods, traffic, list) => {
    let answer: Answer = 'no';
    for (const rule of rulesFor(pods, traffic, list)) {
      const one = isAbout(rule, traffic);
      if (one === 'yes') return one;
      if (one === 'unknown') answer = one;
    }
    return answer;
  };
}

function portRules(
  { policy, spec, selects }: SelectingSpec,
  pods: PodSet,
  traffic: Traffic,
  list: RuleList,
): readonly PortRule[] {
  const { [list]: rules, open } = spec[traffic.direction];
  const receiver = traffic.direction === 'ingress' ? pods : undefined;
  const own = rules.flatMap((rule): readonly PortRule[] => {
    const port = hasPort(rule, traffic, receiver);
    const holds = rule.isNarrowed ? 'unknown' : selects;
    return port === 'no' ? [] : [{ policy, rule, holds, port }];
  });
  return open ? [...own, { policy, rule: undefined, holds: 'unknown', port: 'unknown' }] : own;
}

function isAbout({ policy, rule, holds, port }: PortRule, traffic: Traffic): Answer {
  if (rule === undefined) return holds;
  const peer = hasPeer(rule, traffic.peer, policy);
  if (peer === 'no' || port === 'yes') return allOf([holds, peer]);
  // The names of ports are those of the pods that receive.
  const atPeer =
    traffic.direction === 'egress' && traffic.peer.kind === 'pods'
      ? hasPort(rule, traffic, traffic.peer.pods)
      : port;
  return allOf([holds, peer, atPeer]);
}
