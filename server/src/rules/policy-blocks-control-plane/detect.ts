import type { Placed } from '../../facts/fact.ts';
import type { NetworkPolicyFact, PolicyDirection, PolicySpec } from '../../facts/policy.ts';
import type { Cluster } from '../../workspace/clusters.ts';
import type { PodSet } from '../../workspace/members.ts';
import { isolation } from '../../workspace/policies/policies.ts';
import type { Direction } from '../../workspace/policies/questions.ts';
import { policySceneOf, type PolicyScene } from '../../workspace/policies/scene.ts';
import { remembered } from '../../workspace/remembered.ts';
import { blockedCalls } from './egress.ts';
import { blockedCallers } from './ingress.ts';
import type { Need } from './needs.ts';

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
  return cutOffs(policySceneOf(cluster));
}

const cutOffs = remembered((scene: PolicyScene): readonly CutOff[] => {
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
});

/** Of the specs that isolate pods for sure the one with the most rules: one more stands best beside others. */
function placeOf(
  pods: PodSet,
  direction: Direction,
  { policies, enforcement }: PolicyScene,
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
