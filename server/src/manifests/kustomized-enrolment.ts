import type { EnrolmentFact } from '../facts/enrolment.ts';
import { meshHints } from '../knowledge/meshes.ts';
import type { SourceFile } from '../source/file.ts';
import { resolve, stringAt } from '../yaml/navigate.ts';
import { pointerSegment } from '../yaml/json-pointer.ts';
import { enrolmentsByOperations, patchedEnrolments } from './enrolling-patches.ts';
import { commonEnrolments } from './kustomization-labels.ts';

/** Labels as they stand in the pointers of patches. */
export const pointerHints: readonly string[] = meshHints
  .filter((hint) => hint.includes('/'))
  .map(pointerSegment);

const kustomizationFile = /\/(?:([^/]*)\/)?(?:kustomization\.ya?ml|Kustomization)$/;

/**
 * Who takes part in a mesh by what kustomize does: by patches in a kustomization or in a Flux Kustomization, by files of
 * patch operations, by labels and annotations that a kustomization puts on everything.
 */
export function kustomizedEnrolments(file: SourceFile): readonly EnrolmentFact[] {
  const name = kustomizationFile.exec(file.path);
  return file.yaml().documents.flatMap(({ root: node }) => {
    const root = resolve(node);
    if (root?.kind === 'sequence') return enrolmentsByOperations(root, undefined);
    if (root?.kind !== 'map') return [];
    if (name !== null) {
      return [...patchedEnrolments(root, [], file), ...commonEnrolments(root, name[1] ?? '')];
    }
    const isFlux = stringAt(root, ['apiVersion'])?.startsWith('kustomize.toolkit.fluxcd.io/') === true;
    return isFlux ? patchedEnrolments(root, ['spec'], file) : [];
  });
}
