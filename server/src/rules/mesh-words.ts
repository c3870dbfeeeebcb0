import type { EnrolmentFact } from '../facts/enrolment.ts';
import type { Placed } from '../facts/fact.ts';
import type { MeshPresence } from '../workspace/mesh-presence.ts';
import { code, listedAtMost, unique } from './words.ts';

/** How a mesh and mode are called. */
export function partOf({ mesh, mode }: MeshPresence): string {
  if (mesh === 'istio' && mode === 'ambient') return 'Istio ambient proxies';
  return `${meshTitles[mesh]} sidecars`;
}

/** What people call a mesh. */
export function meshTitle(mesh: MeshPresence['mesh']): string {
  return meshTitles[mesh];
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

/** `Istio sidecars of namespaces a and b`: a mesh and who takes part in it, so far as they have names. */
export function partWithMembers(presence: MeshPresence): string {
  return `${partOf(presence)} ${membersOf(presence.enrolments)}`.trim();
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
