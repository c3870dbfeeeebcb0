import type { Placed } from '../facts/fact.ts';
import type { ServiceFact } from '../facts/kubernetes.ts';
import type { MeshPolicyFact } from '../facts/mesh-policy.ts';
import type { Answer } from '../knowledge/condition.ts';
import { groupBy } from './group.ts';
import type { PodSet } from './members.ts';
import { rootNamespace } from './mtls.ts';
import { ofKind } from './of-kind.ts';
import { isOwnNamespace } from './own-namespace.ts';
import { allOf, anyOf } from './policies/answers.ts';
import { selects } from './policies/select-labels.ts';

/** A policy of a mesh that is for certain pods, surely or perhaps. */
export interface ApplyingPolicy {
  readonly policy: Placed<MeshPolicyFact>;
  readonly applies: Exclude<Answer, 'no'>;
}

/** What meshes are told about certain pods. Only pods in a mesh have policies of it. */
export type MeshPolicies = (pods: PodSet) => readonly ApplyingPolicy[];

/** The policies of meshes among the facts of a cluster. */
export function meshPoliciesIn(facts: readonly Placed[]): MeshPolicies {
  const policies = ofKind(facts, 'mesh-policy');
  const services = groupBy(ofKind(facts, 'service'), ({ fact }) => fact.name);
  const known = new Map<PodSet, readonly ApplyingPolicy[]>();
  return (pods) => {
    const found =
      known.get(pods) ??
      policies.flatMap((policy): readonly ApplyingPolicy[] => {
        const applies = appliesTo(policy, pods, services);
        return applies === 'no' ? [] : [{ policy, applies }];
      });
    known.set(pods, found);
    return found;
  };
}

type Services = ReadonlyMap<string, readonly Placed<ServiceFact>[]>;

function appliesTo(policy: Placed<MeshPolicyFact>, pods: PodSet, services: Services): Answer {
  const { meshes, target, namespace } = policy.fact;
  if (pods.workload === undefined || !pods.memberships.some(({ mesh }) => meshes.includes(mesh))) return 'no';
  switch (target.kind) {
    case 'pods': {
      const isForMesh = target.isMeshWide && target.selector === undefined && namespace === rootNamespace;
      if (isForMesh) return 'yes';
      const chosen = target.selector === undefined ? 'yes' : selects(target.selector, pods.labels);
      return allOf([isOwnNamespace(policy, pods), chosen]);
    }
    case 'services':
      return anyOf(target.hosts.map((host) => isHostOf(host, policy, pods, services)));
    case 'unknown':
      return allOf([isOwnNamespace(policy, pods), 'unknown']);
  }
}

/** Whether pods stand behind a host: `reviews` is of the policy's own namespace, `reviews.shop.svc.cluster.local` of `shop`. */
function isHostOf(host: string, policy: Placed<MeshPolicyFact>, pods: PodSet, services: Services): Answer {
  if (host.includes('*')) return allOf([isOwnNamespace(policy, pods), 'unknown']);
  const [name = '', named] = host.split('.');
  return anyOf(
    (services.get(name) ?? []).map((service) => {
      const { namespace, selector } = service.fact;
      const isMeant = named === undefined || named === namespace ? 'yes' : 'no';
      const scope = named === undefined ? isOwnNamespace(policy, pods) : 'yes';
      return allOf([isMeant, scope, isOwnNamespace(service, pods), isBehind(selector, pods)]);
    }),
  );
}

function isBehind(selector: ServiceFact['selector'], { labels }: PodSet): Answer {
  if (selector === undefined) return 'no';
  const requirements = Object.entries(selector).map(([key, value]) => ({
    key,
    operator: 'In' as const,
    values: [value],
  }));
  return selects({ requirements, open: false }, labels);
}
