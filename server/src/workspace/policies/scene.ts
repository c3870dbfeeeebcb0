import type { Placed } from '../../facts/fact.ts';
import type { Cluster } from '../clusters.ts';
import { podSetsIn, type PodSet } from '../members.ts';
import { remembered } from '../remembered.ts';
import { enforcementBy, type Enforcement } from './enforcement.ts';
import { policiesIn } from './policies.ts';
import type { Policies } from './questions.ts';

/** The pods of a cluster, and its policies as its Cilium takes them. */
export interface PolicyScene {
  readonly facts: readonly Placed[];
  readonly podSets: readonly PodSet[];
  readonly policies: Policies;
  readonly enforcement: Enforcement;
}

/** The policies of a cluster at work: the same object as long as no edit changes what they do, so rules may remember by it. */
export function policySceneOf({ facts, candidates }: Pick<Cluster, 'facts' | 'candidates'>): PolicyScene {
  return scenes(facts)(enforcementBy(candidates));
}

const scenes = remembered((facts: readonly Placed[]) =>
  remembered((enforcement: Enforcement): PolicyScene => {
    const policies = policiesIn(facts, enforcement);
    return { facts, podSets: podSetsIn(facts), policies, enforcement };
  }),
);
