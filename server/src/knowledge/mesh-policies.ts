import data from '../../../schemas/mesh/policies.json' with { type: 'json' };
import { meshNames, type MeshName } from './meshes.ts';
import { oneOf } from './one-of.ts';

/** Where a resource says whom it is for. */
const meshPolicyTargets = [
  'selector',
  'workload-selector',
  'pod-selector',
  'hosts',
  'parents',
  'name',
] as const;

/** A kind of resource by which a mesh shapes or guards the traffic of workloads. */
export interface MeshPolicyRow {
  readonly meshes: readonly MeshName[];
  readonly target: (typeof meshPolicyTargets)[number];
}

/** The row for an API group and kind; absent for everything else. */
export function meshPolicyRow(group: string, kind: string): MeshPolicyRow | undefined {
  const row = data.rows.find((candidate) => candidate.group === group && candidate.kind === kind);
  return (
    row && {
      meshes: row.meshes.map((mesh) => oneOf(meshNames, mesh)),
      target: oneOf(meshPolicyTargets, row.target),
    }
  );
}

/** The kinds that make a file worth reading. */
export const meshPolicyKinds: readonly string[] = [...new Set(data.rows.map((row) => row.kind))];
