import type { EnrolmentFact } from '../facts/enrolment.ts';
import { meshHints } from '../knowledge/meshes.ts';
import type { SourceFile } from '../source/file.ts';
import { itemsAt, mapAt, nodeAt, resolve, scalarOf, stringAt } from '../yaml/navigate.ts';
import type { KeyPath, MapNode } from '../yaml/node.ts';
import { pointerSegment } from '../yaml/json-pointer.ts';
import { enrolmentsByOperations, patchedEnrolments } from './enrolling-patches.ts';
import { podEnrolments } from './enrolment.ts';
import { commonEnrolments } from './kustomization-labels.ts';
import { applicationSpecPath } from './managed-namespace.ts';
import { marksOf, type Mark } from './objects.ts';

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
    return placesOf(root).flatMap((path) => [
      ...patchedEnrolments(root, path, file),
      ...argoEnrolments(root, path),
    ]);
  });
}

/** The keys to what an object hands to kustomize: a Kustomization of Flux, the post-renderers of a HelmRelease, an Application. */
function placesOf(root: MapNode): readonly KeyPath[] {
  const group = stringAt(root, ['apiVersion'])?.split('/')[0] ?? '';
  const listed = (path: KeyPath): readonly KeyPath[] =>
    itemsAt(root, path).map((_, index) => [...path, String(index), 'kustomize']);
  switch (group) {
    case 'kustomize.toolkit.fluxcd.io':
      return [['spec']];
    case 'helm.toolkit.fluxcd.io':
      return listed(['spec', 'postRenderers']);
    case 'argoproj.io': {
      const spec = applicationSpecPath(stringAt(root, ['kind']) ?? '') ?? [];
      return [[...spec, 'source', 'kustomize'], ...listed([...spec, 'sources'])];
    }
    default:
      return [];
  }
}

/**
 * What an Application has put on everything: labels reach pods unless they are kept out of selectors and templates
 * (https://argo-cd.readthedocs.io/en/stable/user-guide/kustomize/).
 */
function argoEnrolments(root: MapNode, path: KeyPath): readonly EnrolmentFact[] {
  const kustomize = path.includes('kustomize') ? mapAt(root, path) : undefined;
  if (kustomize === undefined) return [];
  const isOn = (key: string): boolean => scalarOf(nodeAt(kustomize, [key])) === true;
  const reachesPods = !isOn('labelWithoutSelector') || isOn('labelIncludeTemplates');
  const marks = {
    labels: reachesPods ? marksOf(kustomize, 'commonLabels') : new Map<string, Mark>(),
    annotations: marksOf(kustomize, 'commonAnnotations'),
  };
  const spec = mapAt(root, applicationSpecPath(stringAt(root, ['kind']) ?? '') ?? []);
  return podEnrolments(marks, {
    scope: 'workload',
    namespace: stringAt(spec, ['destination', 'namespace']),
    workload: `${stringAt(root, ['kind']) ?? ''} ${stringAt(root, ['metadata', 'name']) ?? ''}`.trim(),
  });
}
