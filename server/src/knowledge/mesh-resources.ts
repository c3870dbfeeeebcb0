import data from '../../../schemas/mesh/resources.json' with { type: 'json' };

/** A kind of resource that shapes calls between workloads of a mesh. */
export interface MeshResourceRow {
  readonly mesh: 'istio' | 'gateway-api' | 'linkerd' | 'kuma' | 'consul';
  readonly lostUnless: 'gateways-only' | 'no-service-parent' | undefined;
}

const meshes = ['istio', 'gateway-api', 'linkerd', 'kuma', 'consul'] as const;
const shapes = ['gateways-only', 'no-service-parent'] as const;

/** The row for an API group and kind; absent for resources that a bypass does not touch. */
export function meshResourceRow(group: string, kind: string): MeshResourceRow | undefined {
  const row = data.rows.find((candidate) => candidate.group === group && candidate.kind === kind);
  const mesh = meshes.find((name) => name === row?.mesh);
  return mesh === undefined
    ? undefined
    : { mesh, lostUnless: shapes.find((shape) => shape === row?.lostUnless) };
}

/** The kinds that make a file worth reading. */
export const meshResourceKinds: readonly string[] = [...new Set(data.rows.map((row) => row.kind))];
