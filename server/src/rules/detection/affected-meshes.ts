import { t } from '@vscode/l10n';
import type { Location } from '../../facts/location.ts';
import { effectOf, type MeshEffect } from '../../knowledge/mesh-effects.ts';
import type { MeshPresence } from '../../workspace/mesh-presence.ts';
import type { Related } from '../finding.ts';
import { partOf } from '../wording/mesh-words.ts';
import { code, listed } from '../wording/words.ts';

/** A mesh that is passed by, with what that does to it. */
export interface AffectedMesh {
  readonly presence: MeshPresence;
  readonly effect: MeshEffect;
}

/** Those of the meshes that lose anything when the socket load balancer passes them by. */
export function affectedMeshes(meshes: readonly MeshPresence[]): readonly AffectedMesh[] {
  return meshes.flatMap((presence) => {
    const effect = effectOf(presence.mesh, presence.mode, {
      waypoints: presence.waypoints.length > 0,
      multicluster: presence.traits.has('multicluster'),
    });
    return effect === undefined || effect.severity === 'none' ? [] : [{ presence, effect }];
  });
}

/** Where the mesh is to be seen: at most three places of each, the rest would only repeat them. */
export function evidenceOf({ presence }: AffectedMesh): readonly Related[] {
  const enrolments = presence.enrolments.slice(0, 3).map(({ uri, fact }) => ({
    at: { uri, span: fact.span },
    message: t`${partOf(presence)}: ${subjectOf(fact)} takes part by ${code(fact.key)}.`,
  }));
  const waypoints = presence.waypoints.slice(0, 3).map(({ uri, fact }) => ({
    at: { uri, span: fact.span },
    message: t`Waypoint ${code(fact.name)} is passed by.`,
  }));
  return [...enrolments, ...waypoints];
}

/** What a mesh does all the same, told at the place of the finding. */
export function keptNote({ presence, effect }: AffectedMesh, at: Location): readonly Related[] {
  if (effect.keeps.length === 0) return [];
  return [
    {
      at,
      message: t`Still works for the ${partOf(presence)}: ${listed(effect.keeps.map((kept) => t(kept)))}.`,
    },
  ];
}

function subjectOf(fact: {
  readonly workload: string | undefined;
  readonly namespace: string | undefined;
  readonly isDefault?: true;
}): string {
  if (fact.isDefault === true) return t('every pod that does not opt out');
  if (fact.workload !== undefined) return fact.workload;
  return fact.namespace === undefined ? t('a namespace') : t`namespace ${code(fact.namespace)}`;
}
