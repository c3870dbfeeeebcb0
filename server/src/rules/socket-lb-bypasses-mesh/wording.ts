import type { Placed } from '../../facts/fact.ts';
import type { EnrolmentFact } from '../../facts/enrolment.ts';
import { isKernelTooOld } from '../../knowledge/kernel.ts';
import type { MeshEffect } from '../../knowledge/mesh-effects.ts';
import type { MeshPresence } from '../../workspace/mesh-presence.ts';
import { ciliumOf } from '../release-words.ts';
import { capitalized, code, listed, listedAtMost, unique } from '../words.ts';
import type { BypassedMesh } from './detect.ts';
import { remedyFor } from './fixes.ts';

/** A mesh that is passed by, with what that does to it. */
export interface AffectedMesh {
  readonly presence: MeshPresence;
  readonly effect: MeshEffect;
}

/** Fact, consequence, action, for a cluster in which meshes are passed by. */
export function bypassMessage(bypassed: BypassedMesh, affected: readonly AffectedMesh[]): string {
  return [fact(bypassed, affected), consequence(bypassed, affected), action(bypassed)].join(' ');
}

/** The same for a cluster without any mesh in sight. */
export function noMeshMessage(bypassed: BypassedMesh): string {
  return `${translates(bypassed)}. No service mesh is in sight here; before one is added, ${precaution(bypassed)}, or calls will bypass it.`;
}

/** The same where workloads were meant to take part in Istio, by an annotation that has to be a label. */
export function misplacedMessage(bypassed: BypassedMesh): string {
  return `${translates(bypassed)}. Namespaces ask for Istio sidecars by an annotation, which Istio reads as a label only, so there are none to bypass yet. Before the labels are put right, ${precaution(bypassed)}.`;
}

function precaution({ bypass }: BypassedMesh): string {
  const setting = remedyFor(bypass);
  return setting === undefined ? 'upgrade Cilium to 1.10.5 or later' : `set ${code(setting)}`;
}

/** How a mesh and mode are called. */
export function partOf({ mesh, mode }: MeshPresence): string {
  if (mesh === 'istio' && mode === 'ambient') return 'Istio ambient proxies';
  return `${meshTitles[mesh]} sidecars`;
}

const meshTitles: Readonly<Record<MeshPresence['mesh'], string>> = {
  istio: 'Istio',
  linkerd: 'Linkerd',
  kuma: 'Kuma',
  consul: 'Consul',
  osm: 'Open Service Mesh',
  'app-mesh': 'App Mesh',
  'nginx-service-mesh': 'NGINX Service Mesh',
  'traefik-mesh': 'Traefik Mesh',
  'cilium-mesh': "Cilium's own mesh",
};

function fact(bypassed: BypassedMesh, affected: readonly AffectedMesh[]): string {
  const who = affected.map(({ presence }) => `${partOf(presence)} ${membersOf(presence.enrolments)}`.trim());
  return `${translates(bypassed)}, before the ${listed(who)} can see the call.`;
}

function translates({ bypass, clusterName }: BypassedMesh): string {
  const where = clusterName === undefined ? '' : ` of cluster ${code(clusterName)}`;
  return `${subject(bypass)} replaces a Service's ClusterIP by a pod IP inside the pods${where}`;
}

/** `Cilium 1.13.2`, and how that is known where it is not simply pinned. */
function subject(bypass: BypassedMesh['bypass']): string {
  return bypass.isOvertaken
    ? `If these values are installed at all, ${cilium(bypass)}`
    : capitalized(cilium(bypass));
}

function cilium({ release, inPods, certain }: BypassedMesh['bypass']): string {
  return ciliumOf(release, inPods, certain);
}

function membersOf(enrolments: readonly Placed<EnrolmentFact>[]): string {
  const namespaces = unique(
    enrolments.flatMap(({ fact: { scope, namespace } }) =>
      scope === 'namespace' && namespace !== undefined ? [code(namespace)] : [],
    ),
  );
  if (namespaces.length > 0)
    return `of ${namespaces.length === 1 ? 'namespace' : 'namespaces'} ${listedAtMost(namespaces, 3)}`;
  const workloads = unique(
    enrolments.flatMap(({ fact: { workload } }) => (workload === undefined ? [] : [code(workload)])),
  );
  return workloads.length === 0 ? '' : `of ${listedAtMost(workloads, 3)}`;
}

function consequence({ lost }: BypassedMesh, affected: readonly AffectedMesh[]): string {
  const waypoints = affected.flatMap(({ presence }) =>
    presence.waypoints.map(({ fact: { name } }) => `waypoint ${code(name)}`),
  );
  const resources = lost.map(({ fact: { resource, name } }) => `${resource} ${code(name)}`);
  const byName = unique([...waypoints, ...resources]);
  const features = unique(affected.flatMap(({ effect }) => effect.loses));
  const loss = `To the mesh, calls to Services look like calls to single pods and lose ${listed(features)}`;
  if (byName.length === 0) return `${loss}.`;
  return `${loss}; ${listedAtMost(byName, 3)} ${byName.length === 1 ? 'has' : 'have'} no effect on them.`;
}

function action({ bypass }: BypassedMesh): string {
  const setting = remedyFor(bypass);
  if (setting === undefined)
    return 'No setting of these versions prevents it: upgrade Cilium to 1.10.5 or later.';
  const { kernel } = bypass.release;
  if (kernel !== undefined && isKernelTooOld('hostNamespaceOnly', kernel))
    return `Set ${code(setting)} and move the nodes to Linux 5.7: with ${kernel} Cilium leaves the setting out.`;
  return `Set ${code(setting)}, so that Cilium translates outside the pod.`;
}
