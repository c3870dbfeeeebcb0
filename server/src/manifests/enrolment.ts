import type { EnrolmentFact } from '../facts/enrolment.ts';
import { namespaceSignals, podSignals, type MeshSignal } from '../knowledge/meshes.ts';
import type { MapNode } from '../yaml/node.ts';
import { marksOf, spanOf, type KubernetesObject, type Mark } from './objects.ts';
import { podTemplateOf } from './workloads.ts';

/** The labels and annotations of an object by which a namespace or a workload joins a mesh or stays out of it. */
export function enrolmentsOf(object: KubernetesObject): readonly EnrolmentFact[] {
  if (object.kind === 'Namespace' && object.apiVersion === 'v1') {
    const marks = marksOfMetadata(object.metadata);
    const signals = namespaceSignals(values(marks.labels), values(marks.annotations));
    return enrolments(signals, marks, { scope: 'namespace', namespace: object.name, workload: undefined });
  }
  const template = podTemplateOf(object);
  if (template === undefined) return [];
  const who: Member = {
    scope: 'workload',
    namespace: object.namespace,
    workload: `${object.kind} ${object.name ?? ''}`.trim(),
  };
  return podEnrolments(marksOfMetadata(template.metadata), who);
}

/** What the labels and annotations of pods come to. */
export function podEnrolments(marks: Marks, who: Member): readonly EnrolmentFact[] {
  return (
    gatewayOptOut(marks, who) ??
    enrolments(podSignals(values(marks.labels), values(marks.annotations)), marks, who)
  );
}

/** Who is enrolled. */
export type Member = Pick<EnrolmentFact, 'scope' | 'namespace' | 'workload' | 'inValues'>;

/** Labels and annotations by key. */
export interface Marks {
  readonly labels: ReadonlyMap<string, Mark>;
  readonly annotations: ReadonlyMap<string, Mark>;
}

function marksOfMetadata(metadata: MapNode | undefined): Marks {
  return { labels: marksOf(metadata, 'labels'), annotations: marksOf(metadata, 'annotations') };
}

/** The marks as plain text. */
export function values(marks: ReadonlyMap<string, Mark>): Readonly<Record<string, string>> {
  return Object.fromEntries([...marks].map(([key, mark]) => [key, mark.value]));
}

/** Signals as facts about a member, each at the mark that gave it. */
export function enrolments(
  signals: readonly MeshSignal[],
  { labels, annotations }: Marks,
  who: Member,
): readonly EnrolmentFact[] {
  return signals.flatMap(({ mesh, mode, enrolled, key, value }) => {
    const mark = [labels.get(key), annotations.get(key)].find((candidate) => candidate?.value === value);
    return mark === undefined
      ? []
      : [{ kind: 'enrolment', mesh, mode, enrolled, key, span: spanOf(mark), ...who }];
  });
}

const injectionTemplates = 'inject.istio.io/templates';

/**
 * A gateway is injected by the same labels as others, but it dials endpoints itself: nothing of it can be bypassed, so it
 * stays out (https://istio.io/latest/docs/setup/additional-setup/gateway/).
 */
function gatewayOptOut({ annotations }: Marks, who: Member): readonly EnrolmentFact[] | undefined {
  const mark = annotations.get(injectionTemplates);
  if (mark?.value.split(',').some((name) => name.trim() === 'gateway') !== true) return undefined;
  const span = spanOf(mark);
  return [
    {
      kind: 'enrolment',
      mesh: 'istio',
      mode: 'sidecar',
      enrolled: false,
      key: injectionTemplates,
      span,
      ...who,
    },
  ];
}
