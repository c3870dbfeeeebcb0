import data from '../../../schemas/mesh/effects.json' with { type: 'json' };
import { meshModes, meshNames, type MeshMode, type MeshName } from './meshes.ts';
import { oneOf } from './one-of.ts';

/** How much a mesh suffers when the socket LB runs in its pods. */
export const effectSeverities = ['error', 'warning', 'none'] as const;
export type EffectSeverity = (typeof effectSeverities)[number];

/** What the socket LB inside pods does to a mesh. */
export interface MeshEffect {
  readonly severity: EffectSeverity;
  /** Noun phrases, the weightiest first. */
  readonly loses: readonly string[];
  readonly keeps: readonly string[];
  /** No source says so of this mesh: it follows from how its proxies tell one Service from another. */
  readonly inferred: boolean;
  /** A public document or issue. */
  readonly source: string;
}

/** What of a mesh is in use beyond plain enrolment, where that makes a difference. */
export interface MeshUse {
  readonly waypoints?: boolean;
  readonly multicluster?: boolean;
}

const needs = ['waypoints', 'multicluster'] as const;

/** What workloads in `mode` of `mesh` lose; absent for a mode that the mesh does not have. */
export function effectOf(mesh: MeshName, mode: MeshMode, use: MeshUse = {}): MeshEffect | undefined {
  const row = data.effects.find(
    (candidate) =>
      oneOf(meshNames, candidate.mesh) === mesh &&
      oneOf(meshModes, candidate.mode) === mode &&
      (candidate.needs === undefined || use[oneOf(needs, candidate.needs)] === true),
  );
  return row === undefined
    ? undefined
    : {
        severity: oneOf(effectSeverities, row.severity),
        inferred: row.inferred === true,
        loses: row.loses,
        keeps: row.keeps,
        source: row.source,
      };
}
