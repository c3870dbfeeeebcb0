import { t } from '@vscode/l10n';
import type { EnrolmentFact } from '../../facts/enrolment.ts';
import type { Placed } from '../../facts/fact.ts';
import type { MeshPresence } from '../../workspace/mesh-presence.ts';
import { code, listed, listedAtMost, unique } from './words.ts';

/** How a mesh and mode are called. */
export function partOf({ mesh, mode }: MeshPresence): string {
  if (mesh === 'istio' && mode === 'ambient') return t('Istio ambient proxies');
  return t`${meshTitle(mesh)} sidecars`;
}

/** What people call a mesh. */
export function meshTitle(mesh: MeshPresence['mesh']): string {
  return mesh === 'cilium-mesh' ? t("Cilium's own mesh") : meshTitles[mesh];
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
  return withMembers(partOf(presence), presence.enrolments);
}

/** The same for a part of a mesh that is called otherwise, such as `ambient pods`. */
export function withMembers(part: string, enrolments: readonly Placed<EnrolmentFact>[]): string {
  const namespaces = unique(
    enrolments.flatMap(({ fact: { scope, namespace } }) =>
      scope === 'namespace' && namespace !== undefined ? [code(namespace)] : [],
    ),
  );
  if (namespaces.length > 0)
    return namespaces.length === 1
      ? t`${part} of namespace ${listed(namespaces)}`
      : t`${part} of namespaces ${listedAtMost(namespaces, 3)}`;
  const workloads = unique(
    enrolments.flatMap(({ fact: { workload } }) => (workload === undefined ? [] : [code(workload)])),
  );
  return workloads.length === 0 ? part : t`${part} of ${listedAtMost(workloads, 3)}`;
}
