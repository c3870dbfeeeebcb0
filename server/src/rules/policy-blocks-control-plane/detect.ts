import type { Placed } from '../../facts/fact.ts';
import type { NetworkPolicyFact, PolicyDirection, PolicySpec } from '../../facts/policy.ts';
import type { Cluster } from '../../workspace/clusters.ts';
import { podSetsIn, type PodSet } from '../../workspace/members.ts';
import { enforcementBy } from '../../workspace/policies/enforcement.ts';
import { isolation, policiesIn } from '../../workspace/policies/policies.ts';
import type { Direction } from '../../workspace/policies/questions.ts';
import { blockedCalls } from './egress.ts';
import { blockedCallers } from './ingress.ts';
import type { Need, Scene } from './scene.ts';

/** A spec of a policy behind which pods are cut off. */
export interface CutOff {
  readonly policy: Placed<NetworkPolicyFact>;
  readonly spec: PolicySpec;
  readonly direction: Direction;
  /** Whom the policy is for: pods of a mesh for egress, those of the control plane for ingress. */
  readonly pods: readonly PodSet[];
  readonly needs: readonly Need[];
}

/** Every spec of a policy that, with all others, keeps a mesh from its control plane. */
export function cutOffsIn(cluster: Cluster): readonly CutOff[] {
  const podSets = podSetsIn(cluster.facts);
  const enforcement = enforcementBy(cluster.candidates);
  const policies = policiesIn(cluster.facts, enforcement);
  const scene = { facts: cluster.facts, podSets, policies, enforcement };
  const found = new Map<PolicyDirection, CutOff>();
  for (const { pods, direction, needs } of [...blockedCalls(scene), ...blockedCallers(scene)]) {
    const place = placeOf(pods, direction, scene);
    if (place === undefined) continue;
    const key = place.spec[direction];
    const known = found.get(key);
    found.set(key, {
      ...place,
      direction,
      pods: [...(known?.pods ?? []), pods],
      needs: distinct([...(known?.needs ?? []), ...needs]),
    });
  }
  return [...found.values()];
}

/** Of the specs that isolate pods for sure the one with the most rules: one more stands best beside others. */
function placeOf(
  pods: PodSet,
  direction: Direction,
  { policies, enforcement }: Scene,
): Pick<CutOff, 'policy' | 'spec'> | undefined {
  const isolating = policies
    .selecting(pods)
    .filter(({ spec, selects }) => selects === 'yes' && isolation(spec[direction], enforcement) === 'yes');
  const most = Math.max(...isolating.map(({ spec }) => spec[direction].rules.length));
  return isolating.find(({ spec }) => spec[direction].rules.length === most);
}

function distinct(needs: readonly Need[]): readonly Need[] {
  return [...new Map(needs.map((need) => [needId(need), need])).values()];
}

function needId(need: Need): string {
  return need.kind === 'dns' ? 'dns' : `${need.plane.name} ${need.port.port}`;
}
