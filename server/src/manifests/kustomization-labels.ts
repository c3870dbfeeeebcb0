import type { EnrolmentFact } from '../facts/enrolment.ts';
import { namespaceSignals, podSignals } from '../knowledge/meshes.ts';
import { itemsAt, nodeAt, scalarOf, stringAt, stringsAt } from '../yaml/navigate.ts';
import type { MapNode } from '../yaml/node.ts';
import { enrolments, values, type Marks } from './enrolment.ts';
import { marksOf, type Mark } from './objects.ts';

/**
 * Labels and annotations that a kustomization puts on everything it builds, so far as they enrol pods or namespaces. Pods
 * get those of `commonLabels`, `commonAnnotations`, and of `labels` that say so
 * (https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/labels/). That a Namespace is among the
 * resources, only the name of its file can tell here.
 */
export function commonEnrolments(kustomization: MapNode, folder: string): readonly EnrolmentFact[] {
  if (stringsAt(kustomization, ['resources']).length === 0) return [];
  const common: Marks = {
    labels: marksOf(kustomization, 'commonLabels'),
    annotations: marksOf(kustomization, 'commonAnnotations'),
  };
  const pairs = itemsAt(kustomization, ['labels']).map((item) => ({
    marks: item.kind === 'map' ? marksOf(item, 'pairs') : new Map<string, Mark>(),
    isForPods: ['includeTemplates', 'includeSelectors'].some((key) => scalarOf(nodeAt(item, [key])) === true),
  }));
  const withPairs = (wanted: (isForPods: boolean) => boolean): Marks => ({
    ...common,
    labels: new Map([
      ...common.labels,
      ...pairs.flatMap(({ marks, isForPods }) => (wanted(isForPods) ? [...marks] : [])),
    ]),
  });
  const ofPods = withPairs((isForPods) => isForPods);
  const ofAll = withPairs(() => true);
  const namespace = stringAt(kustomization, ['namespace']);
  return [
    ...enrolments(podSignals(values(ofPods.labels), values(ofPods.annotations)), ofPods, {
      scope: 'workload',
      namespace,
      workload: `Kustomization ${folder}`,
    }),
    ...(stringsAt(kustomization, ['resources']).some(isNamespaceFile)
      ? enrolments(namespaceSignals(values(ofAll.labels), values(ofAll.annotations)), ofAll, {
          scope: 'namespace',
          namespace,
          workload: undefined,
        })
      : []),
  ];
}

function isNamespaceFile(resource: string): boolean {
  return /(?:^|[/_-])(?:namespaces?|ns)\.ya?ml$/i.test(resource);
}
