import type { Placed } from '../../facts/fact.ts';
import type { MeshMarkFact } from '../../facts/mesh-mark.ts';
import { conflictOf, type MarkConflict } from '../../knowledge/mark-conflicts.ts';
import { groupBy } from '../../workspace/group.ts';
import { ofKind } from '../../workspace/of-kind.ts';
import { remembered } from '../../workspace/remembered.ts';

/** Two marks of one object: the mesh reads the first and passes over the second. */
export interface InjectionConflict extends MarkConflict {
  readonly counts: Placed<MeshMarkFact>;
  readonly ignored: Placed<MeshMarkFact>;
}

/** Every conflict between the marks of one object, or of one command. */
export const injectionConflictsIn = remembered((facts: readonly Placed[]): readonly InjectionConflict[] => {
  const objects = groupBy(
    ofKind(facts, 'mesh-mark'),
    ({ uri, fact }) => `${uri} ${fact.owner} ${fact.namespace ?? ''}`,
  );
  return [...objects.values()].flatMap((marks) =>
    marks.flatMap((counts) =>
      marks.flatMap((ignored) => {
        const conflict = conflictOf(counts.fact, ignored.fact, counts.fact.namespace);
        return conflict === undefined ? [] : [{ ...conflict, counts, ignored }];
      }),
    ),
  );
});
