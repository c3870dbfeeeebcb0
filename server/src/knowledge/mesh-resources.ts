import data from '../../../schemas/mesh/resources.json' with { type: 'json' };
import { meshNames, type MeshName } from './meshes.ts';
import { oneOf } from './one-of.ts';

/** The shape in which a resource says nothing of calls between workloads. */
const harmlessShapes = ['gateways-only', 'no-service-parent'] as const;

/** Something about a mesh, beyond enrolment, that decides what a bypass costs. */
const meshTraits = ['multicluster', 'dns-capture', 'misplaced-signal'] as const;
export type MeshTrait = (typeof meshTraits)[number];

/** A kind of resource that shapes calls between workloads of a mesh. */
export interface MeshResourceRow {
  readonly meshes: readonly MeshName[];
  readonly lostUnless: (typeof harmlessShapes)[number] | undefined;
  /** The trait without which a bypass does not touch the resource. */
  readonly lostWith: MeshTrait | undefined;
}

/** The row for an API group and kind; absent for resources that a bypass does not touch. */
export function meshResourceRow(group: string, kind: string): MeshResourceRow | undefined {
  const row = data.rows.find((candidate) => candidate.group === group && candidate.kind === kind);
  if (row === undefined) return undefined;
  return {
    meshes: row.meshes.map((mesh) => oneOf(meshNames, mesh)),
    lostUnless: row.lostUnless === undefined ? undefined : oneOf(harmlessShapes, row.lostUnless),
    lostWith: row.lostWith === undefined ? undefined : oneOf(meshTraits, row.lostWith),
  };
}

/** The kinds that make a file worth reading. */
export const meshResourceKinds: readonly string[] = [...new Set(data.rows.map((row) => row.kind))];
