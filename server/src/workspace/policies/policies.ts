import type { Placed } from '../../facts/fact.ts';
import type { NetworkPolicyFact, PolicyDirection } from '../../facts/policy.ts';
import type { Answer } from '../../knowledge/condition.ts';
import type { PodSet } from '../members.ts';
import { ofKind } from '../of-kind.ts';
import { remembered } from '../remembered.ts';
import { allOf, anyOf, not } from './answers.ts';
import { defaultEnforcement, type Enforcement } from './enforcement.ts';
import type { Direction, Policies, SelectingSpec, Traffic } from './questions.ts';
import { ruledBy, type Ruled } from './ruled.ts';
import { selectsPods } from './select-pods.ts';

/** The network policies among the facts of a cluster, as one. */
export function policiesIn(
  facts: readonly Placed[],
  enforcement: Enforcement = defaultEnforcement,
): Policies {
  return policiesUnder(facts)(enforcement);
}

const policiesUnder = remembered((facts: readonly Placed[]) => {
  const policies = ofKind(facts, 'network-policy');
  const selecting = remembered((pods: PodSet) => policies.flatMap((policy) => specsFor(pods, policy)));
  const ruled = ruledBy(selecting);
  return remembered((enforcement: Enforcement) => policiesOf(selecting, ruled, enforcement));
});

function policiesOf(selecting: Policies['selecting'], ruled: Ruled, enforcement: Enforcement): Policies {
  const isolates = (pods: PodSet, direction: Direction): Answer => {
    if (enforcement.mode !== 'default') return modes[enforcement.mode];
    return anyOf(
      selecting(pods).map(({ spec, selects }) => allOf([selects, isolation(spec[direction], enforcement)])),
    );
  };
  const denies = (pods: PodSet, traffic: Traffic): Answer =>
    enforcement.mode === 'never' ? 'no' : ruled(pods, traffic, 'denies');
  return {
    selecting,
    isolates,
    denies,
    allows: (pods, traffic) =>
      allOf([
        anyOf([not(isolates(pods, traffic.direction)), ruled(pods, traffic, 'rules')]),
        not(denies(pods, traffic)),
      ]),
  };
}

const modes: Readonly<Record<Exclude<Enforcement['mode'], 'default'>, Answer>> = {
  always: 'yes',
  never: 'no',
  unknown: 'unknown',
};

/** Whether a policy refuses what nothing allows, by its own switch where that is obeyed. */
export function isolation(
  { isolates, enableDefaultDeny }: PolicyDirection,
  { obeysSwitch }: Enforcement,
): Answer {
  if (enableDefaultDeny === undefined || obeysSwitch === 'no') return isolates;
  const switched: Answer = enableDefaultDeny === 'unknown' ? 'unknown' : enableDefaultDeny ? 'yes' : 'no';
  return obeysSwitch === 'yes' || switched === isolates ? switched : 'unknown';
}

function specsFor(pods: PodSet, policy: Placed<NetworkPolicyFact>): readonly SelectingSpec[] {
  return policy.fact.specs.flatMap((spec): readonly SelectingSpec[] => {
    if (spec.subject.kind === 'nodes') return [];
    const selects = selectsPods(spec.subject.selector, pods, policy);
    return selects === 'no' ? [] : [{ policy, spec, selects }];
  });
}
