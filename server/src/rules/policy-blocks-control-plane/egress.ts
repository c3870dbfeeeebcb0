import { clusterDns, controlPlanes } from '../../knowledge/control-planes.ts';
import type { PolicyRule } from '../../facts/policy.ts';
import type { PodSet } from '../../workspace/members.ts';
import { hasPeer, hasPort } from '../../workspace/policies/match-rule.ts';
import type { SelectingSpec } from '../../workspace/policies/questions.ts';
import type { PolicyScene } from '../../workspace/policies/scene.ts';
import { homeOf, systemPodsIn } from '../../workspace/system-pods.ts';
import type { Blocked, Need } from './needs.ts';

/** Pods of a mesh that may not call its control plane, or ask for names. */
export function blockedCalls(scene: PolicyScene): readonly Blocked[] {
  return scene.podSets
    .filter((pods) => pods.memberships.length > 0 && scene.policies.isolates(pods, 'egress') === 'yes')
    .flatMap((pods) => {
      const planes = planesNeededBy(pods, scene);
      const dns: readonly Need[] = lacksDns(pods, planes.length > 0, scene) ? [{ kind: 'dns' }] : [];
      const needs = [...planes, ...dns];
      return needs.length === 0 ? [] : [{ pods, direction: 'egress', needs } as const];
    });
}

/** Only sidecars call the control plane from the pod; in ambient mode the proxy of the node does. */
function planesNeededBy(pods: PodSet, { facts, podSets, policies }: PolicyScene): readonly Need[] {
  return controlPlanes
    .filter(({ mesh }) => pods.memberships.some((own) => own.mesh === mesh && own.mode === 'sidecar'))
    .flatMap((plane) => {
      const home = homeOf(facts, plane.mesh, plane.namespace);
      if (home === undefined) return [];
      const { namespace, isShown } = home;
      const rules = rulesFor(policies.selecting(pods)).map(({ rule }) => rule);
      const peer = { kind: 'pods', pods: systemPodsIn(podSets, plane, namespace) } as const;
      return plane.ports
        .filter(({ caller, port }) => {
          const traffic = { direction: 'egress', peer, protocol: 'TCP', port } as const;
          return (
            caller === 'proxy' &&
            !rules.some((rule) => namesPort(rule, port, 'TCP')) &&
            (isShown || !rules.some((rule) => namesHome(rule, port, plane.mesh))) &&
            policies.denies(pods, traffic) === 'no' &&
            policies.allows(pods, traffic) === 'no'
          );
        })
        .map((port): Need => ({ kind: 'control-plane', plane, port, namespace }));
    });
}

/**
 * Whether pods may ask nobody for names. A sidecar needs that for the control plane; others only if they may call pods
 * at all. Name servers may be anywhere, also on the nodes: a rule with their port is enough, whomever it is for.
 */
function lacksDns(pods: PodSet, isSidecarCutOff: boolean, { podSets, policies }: PolicyScene): boolean {
  const specs = policies.selecting(pods);
  const servers = systemPodsIn(podSets, clusterDns, clusterDns.namespace);
  const { port } = clusterDns;
  const isAnyOpen = specs.some(({ spec }) => spec.egress.open);
  const maySolve = rulesFor(specs).some(
    ({ rule, policy }) =>
      namesPort(rule, port, 'UDP') ||
      (hasPort(rule, { protocol: 'UDP', port }, undefined) !== 'no' && mayBeServer(rule, policy, servers)),
  );
  if (isAnyOpen || maySolve) return false;
  return isSidecarCutOff || rulesFor(specs).some(({ rule }) => isForPods(rule));
}

function rulesFor(
  specs: readonly SelectingSpec[],
): readonly { readonly rule: PolicyRule; readonly policy: SelectingSpec['policy'] }[] {
  return specs.flatMap(({ spec, policy }) => spec.egress.rules.map((rule) => ({ rule, policy })));
}

/** Whether a rule has a list of ports with this one, or with one that is not known. */
function namesPort(rule: PolicyRule, port: number, protocol: 'TCP' | 'UDP'): boolean {
  return (
    rule.ports !== 'any' &&
    rule.ports.some(
      (list) => list.ports.length > 0 && hasPort({ ports: [list] }, { protocol, port }, undefined) !== 'no',
    )
  );
}

/** Whether a rule is for a namespace that is called like the mesh: its control plane may be there as well. */
function namesHome(rule: PolicyRule, port: number, mesh: string): boolean {
  const namespaces = (rule.peers === 'any' ? [] : rule.peers).flatMap((peer) =>
    peer.kind === 'pods' && peer.selector.namespaces !== 'own'
      ? peer.selector.namespaces.requirements.flatMap(({ values }) => values)
      : [],
  );
  return (
    namespaces.some((name) => name.includes(mesh)) &&
    hasPort(rule, { protocol: 'TCP', port }, undefined) !== 'no'
  );
}

/** Peers that are no pods may be name servers on nodes or outside of the cluster. */
function mayBeServer(rule: PolicyRule, policy: SelectingSpec['policy'], servers: PodSet): boolean {
  return (
    hasPeer(rule, { kind: 'pods', pods: servers }, policy) !== 'no' ||
    (rule.peers !== 'any' && rule.peers.some(({ kind }) => kind !== 'pods'))
  );
}

function isForPods({ peers }: PolicyRule): boolean {
  return peers !== 'any' && peers.some(({ kind }) => kind === 'pods');
}
