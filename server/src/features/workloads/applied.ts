import type { Placed } from '../../facts/fact.ts';
import type { NetworkPolicyFact } from '../../facts/policy.ts';
import { groupBy } from '../../workspace/group.ts';
import type { PodSet } from '../../workspace/members.ts';
import { meshPoliciesIn } from '../../workspace/mesh-policies.ts';
import { ofKind } from '../../workspace/of-kind.ts';
import { policiesIn } from '../../workspace/policies/policies.ts';
import type { Policies } from '../../workspace/policies/questions.ts';
import type { Applied } from './model.ts';

/** Asks which policies of a cluster are for certain pods. Of thousands, only those that may reach their namespace are tried. */
export function appliedIn(facts: readonly Placed[]): (pods: PodSet) => Applied {
  const meshPolicies = meshPoliciesIn(facts);
  const network = networkPoliciesBy(facts);
  return (pods) => ({
    network: mergedByPolicy(
      network(pods.namespace)
        .selecting(pods)
        .map(({ policy, selects }) => ({ policy, isSure: selects === 'yes' })),
    ),
    mesh: meshPolicies(pods).map(({ policy, applies }) => ({ policy, isSure: applies === 'yes' })),
  });
}

/** All that applies to some of several workloads, each policy once. */
export function together(all: readonly Applied[]): Applied {
  return {
    network: mergedByPolicy(all.flatMap(({ network }) => network)),
    mesh: mergedByPolicy(all.flatMap(({ mesh }) => mesh)),
  };
}

function networkPoliciesBy(facts: readonly Placed[]): (namespace: string | undefined) => Policies {
  const all = ofKind(facts, 'network-policy');
  const reach = groupBy(all, ({ fact }) => (staysHome(fact) ? fact.namespace : undefined));
  const everywhere = reach.get(undefined) ?? [];
  const known = new Map<string | undefined, Policies>();
  return (namespace) => {
    const own = namespace === undefined ? all : [...everywhere, ...(reach.get(namespace) ?? [])];
    const policies = known.get(namespace) ?? policiesIn(own);
    known.set(namespace, policies);
    return policies;
  };
}

/** Whether a policy can be for pods of its own namespace alone. */
function staysHome({ specs }: NetworkPolicyFact): boolean {
  return specs.every(({ subject }) => subject.kind === 'pods' && subject.selector.namespaces === 'own');
}

/** A policy of which one spec surely applies does so, whatever its others do. */
function mergedByPolicy<One extends { readonly policy: object; readonly isSure: boolean }>(
  all: readonly One[],
): readonly One[] {
  const merged = new Map<object, One>();
  for (const one of all) if (one.isSure || !merged.has(one.policy)) merged.set(one.policy, one);
  return [...merged.values()];
}
