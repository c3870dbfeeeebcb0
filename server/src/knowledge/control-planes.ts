import data from '../../../schemas/mesh/control-planes.json' with { type: 'json' };
import { meshNames, type MeshName } from './meshes.ts';
import { oneOf } from './one-of.ts';

/** Pods of the cluster itself or of a mesh: where they are unless somebody chose otherwise, and labels that they have. */
export interface SystemPods {
  readonly namespace: string;
  readonly labels: Readonly<Record<string, string>>;
}

const callers = ['proxy', 'api-server'] as const;

/** A TCP port on which a control plane is called. */
export interface ControlPlanePort {
  readonly port: number;
  readonly caller: (typeof callers)[number];
  /** Whether pods are not ready before their proxies could call it. */
  readonly isNeededToStart: boolean;
  /** What happens while nobody can: the end of a sentence. */
  readonly without: string;
}

/** A part of a mesh's control plane. */
export interface ControlPlane extends SystemPods {
  readonly mesh: MeshName;
  readonly name: string;
  readonly ports: readonly ControlPlanePort[];
}

/** Every part of a control plane that is known. */
export const controlPlanes: readonly ControlPlane[] = data.controlPlanes.map(
  ({ mesh, name, namespace, labels, ports }) => ({
    mesh: oneOf(meshNames, mesh),
    name,
    namespace,
    labels: labelsOf(labels),
    ports: ports.map((row) => ({
      port: row.port,
      caller: oneOf(callers, row.caller),
      isNeededToStart: 'neededToStart' in row,
      without: row.without,
    })),
  }),
);

/** The proxies on the nodes of a mesh; absent for meshes that have none. */
export function nodeProxiesOf(mesh: MeshName): SystemPods | undefined {
  const row = data.nodeProxies.find((candidate) => candidate.mesh === mesh);
  return row && { namespace: row.namespace, labels: labelsOf(row.labels) };
}

/** Whether a label asks for a mesh whose control plane somebody else runs, in a place of their own. */
export function isManagedRevision(mesh: MeshName, key: string, value: string): boolean {
  return data.managed.some((row) => row.mesh === mesh && row.key === key && value.startsWith(row.prefix));
}

/** The name server of the cluster. */
export const clusterDns: SystemPods & { readonly port: number } = {
  namespace: data.dns.namespace,
  labels: labelsOf(data.dns.labels),
  port: data.dns.port,
};

/** Imported JSON has every label of any row, with `undefined` where another row has it. */
function labelsOf(labels: Readonly<Record<string, string | undefined>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(labels).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  );
}
