import { controlPlanes, nodeProxiesOf, type ControlPlane } from '../../knowledge/control-planes.ts';
import type { PodSet } from '../../workspace/members.ts';
import type { TrafficPeer } from '../../workspace/policies/questions.ts';
import type { PolicyScene } from '../../workspace/policies/scene.ts';
import { homeOf, systemPodsIn } from '../../workspace/system-pods.ts';
import type { Blocked, Need } from './needs.ts';

/** Control planes of meshes in use that proxies, or the API server with its webhooks, may not call. */
export function blockedCallers(scene: PolicyScene): readonly Blocked[] {
  return controlPlanes.flatMap((plane) => {
    const members = scene.podSets.filter(({ memberships }) =>
      memberships.some(({ mesh }) => mesh === plane.mesh),
    );
    const home = homeOf(scene.facts, plane.mesh, plane.namespace);
    if (members.length === 0 || home === undefined) return [];
    const { namespace } = home;
    const pods = systemPodsIn(scene.podSets, plane, namespace);
    if (scene.policies.isolates(pods, 'ingress') !== 'yes') return [];
    const needs = plane.ports
      .filter(({ port, caller }) => {
        const peers = caller === 'api-server' ? [apiServer] : proxiesOf(plane, members, scene);
        return peers.some((peer) => isShut(pods, peer, port, scene));
      })
      .map((port): Need => ({ kind: 'control-plane', plane, port, namespace }));
    return needs.length === 0 ? [] : [{ pods, direction: 'ingress', needs } as const];
  });
}

const apiServer: TrafficPeer = { kind: 'entity', entity: 'kube-apiserver' };

/** Sidecars call from their pods, proxies of nodes from their own. */
function proxiesOf(
  { mesh }: ControlPlane,
  members: readonly PodSet[],
  { facts, podSets }: PolicyScene,
): readonly TrafficPeer[] {
  const isOf = ({ memberships }: PodSet, mode: 'sidecar' | 'ambient'): boolean =>
    memberships.some((own) => own.mesh === mesh && own.mode === mode);
  const sidecars = members.filter((pods) => isOf(pods, 'sidecar'));
  const onNodes = members.some((pods) => isOf(pods, 'ambient')) ? nodeProxiesOf(mesh) : undefined;
  const home = onNodes && homeOf(facts, mesh, onNodes.namespace);
  return [
    ...sidecars.map((pods): TrafficPeer => ({ kind: 'pods', pods })),
    ...(onNodes === undefined || home === undefined
      ? []
      : [{ kind: 'pods', pods: systemPodsIn(podSets, onNodes, home.namespace) } as const]),
  ];
}

function isShut(pods: PodSet, peer: TrafficPeer, port: number, { policies }: PolicyScene): boolean {
  const traffic = { direction: 'ingress', peer, protocol: 'TCP', port } as const;
  return policies.denies(pods, traffic) === 'no' && policies.allows(pods, traffic) === 'no';
}
