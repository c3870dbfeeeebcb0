import type { SocketLbPlace } from '../../knowledge/socket-lb.ts';
import { effectOf } from '../../knowledge/mesh-effects.ts';
import { meshTitle } from '../../rules/wording/mesh-words.ts';
import type { Cluster } from '../../workspace/clusters.ts';
import type { MeshPresence } from '../../workspace/mesh-presence.ts';
import type { Call, MeshOnPath, Translation } from '../traffic-path/model.ts';
import { pathOfCall } from '../traffic-path/path-of-call.ts';
import type { PathOverview } from './model.ts';

/**
 * How calls travel in a cluster.
 *
 * @param remedy the setting that keeps the socket load balancer out of pods, as people write it
 */
export function pathsIn(
  cluster: Cluster,
  meshes: readonly MeshPresence[],
  socketLb: SocketLbPlace | 'depends',
  remedy: string | undefined,
): readonly PathOverview[] {
  const translation = translationOf(socketLb);
  if (translation === undefined) return [];
  const onPath = meshes.length === 0 ? [undefined] : meshes;
  return onPath.map((presence) => {
    const mesh = presence && meshOnPath(presence);
    const call: Call = { ...namesFor(cluster, presence), translation, mesh };
    const today = pathOfCall(call);
    const isMendable = translation === 'socket-in-pods' && remedy !== undefined;
    return {
      mesh: presence && meshTitle(presence.mesh),
      today,
      mended: isMendable
        ? { setting: remedy, path: pathOfCall({ ...call, translation: 'socket-on-host' }) }
        : undefined,
    };
  });
}

function translationOf(socketLb: SocketLbPlace | 'depends'): Translation | undefined {
  switch (socketLb) {
    case 'in-pods':
    case 'depends':
      return 'socket-in-pods';
    case 'host-only':
      return 'socket-on-host';
    case 'off':
      return 'kube-proxy';
    case 'rejected':
    case 'unknown':
      return undefined;
  }
}

function meshOnPath({ mesh, mode, waypoints, traits }: MeshPresence): MeshOnPath | undefined {
  const effect = effectOf(mesh, mode, {
    waypoints: waypoints.length > 0,
    multicluster: traits.has('multicluster'),
  });
  return effect && { title: meshTitle(mesh), mode, waypoint: waypoints[0]?.fact.name, effect };
}

/** The user's own names: a workload that takes part, and a Service that it could call. */
function namesFor({ facts }: Cluster, presence: MeshPresence | undefined): Pick<Call, 'caller' | 'service'> {
  const namespaces = new Set(presence?.enrolments.map(({ fact }) => fact.namespace));
  const isNear = (namespace: string | undefined): boolean =>
    presence === undefined || namespaces.has(namespace);
  const services = facts.flatMap(({ fact }) =>
    fact.kind === 'service' && !fact.headless && isNear(fact.namespace) ? [fact.name] : [],
  );
  const workloads = facts.flatMap(({ fact }) =>
    fact.kind === 'workload' && !fact.hostNetwork && isNear(fact.namespace) ? [nameOf(fact.name)] : [],
  );
  const service = services.find((name) => !workloads.slice(0, 1).includes(name)) ?? services[0];
  // Pods called after the Service are those behind it.
  const caller = workloads.find((name) => service === undefined || !name.startsWith(service));
  return { caller: caller ?? 'app', service: service ?? 'service' };
}

/** `reviews` of `Deployment reviews`. */
function nameOf(workload: string): string {
  return workload.slice(workload.indexOf(' ') + 1);
}
