import type { EnrolmentFact, WaypointFact } from '../facts/enrolment.ts';
import {
  asksForWaypoint,
  isWaypointClass,
  namespaceSignals,
  podSignals,
  type MeshSignal,
} from '../knowledge/meshes.ts';
import { stringAt } from '../yaml/navigate.ts';
import type { MapNode, Span } from '../yaml/node.ts';
import { marksOf, type KubernetesObject, type Mark } from './objects.ts';
import { podTemplateOf } from './workloads.ts';

/** The labels and annotations of an object by which a namespace or a workload joins a mesh or stays out of it. */
export function enrolmentsOf(object: KubernetesObject): readonly EnrolmentFact[] {
  if (object.kind === 'Namespace' && object.apiVersion === 'v1') {
    const marks = marksOfMetadata(object.metadata);
    return namespaceSignals(values(marks.labels), values(marks.annotations)).map((signal) => ({
      ...enrolment(signal, marks),
      scope: 'namespace',
      namespace: object.name,
      workload: undefined,
    }));
  }
  const template = podTemplateOf(object);
  if (template === undefined || isGatewayPod(template.metadata)) return [];
  const marks = marksOfMetadata(template.metadata);
  return podSignals(values(marks.labels), values(marks.annotations)).map((signal) => ({
    ...enrolment(signal, marks),
    scope: 'workload',
    namespace: object.namespace,
    workload: `${object.kind} ${object.name ?? ''}`.trim(),
  }));
}

/** Ambient waypoints: the Gateway that is one, or the label by which a namespace or a Service asks for one. */
export function waypointsOf(object: KubernetesObject): readonly WaypointFact[] {
  if (object.kind === 'Gateway' && object.name !== undefined) {
    const className = stringAt(object.root, ['spec', 'gatewayClassName']);
    if (className === undefined || !isWaypointClass(className)) return [];
    return [{ kind: 'waypoint', name: object.name, namespace: object.namespace, span: object.root.span }];
  }
  return [...marksOf(object.metadata, 'labels')]
    .filter(([key, mark]) => asksForWaypoint(key, mark.value))
    .map(([, mark]) => ({
      kind: 'waypoint',
      name: mark.value,
      namespace: object.kind === 'Namespace' ? object.name : object.namespace,
      span: spanOf(mark),
    }));
}

interface Marks {
  readonly labels: ReadonlyMap<string, Mark>;
  readonly annotations: ReadonlyMap<string, Mark>;
}

function marksOfMetadata(metadata: MapNode | undefined): Marks {
  return { labels: marksOf(metadata, 'labels'), annotations: marksOf(metadata, 'annotations') };
}

function values(marks: ReadonlyMap<string, Mark>): Readonly<Record<string, string>> {
  return Object.fromEntries([...marks].map(([key, mark]) => [key, mark.value]));
}

function enrolment(
  signal: MeshSignal,
  marks: Marks,
): Pick<EnrolmentFact, 'kind' | 'mesh' | 'mode' | 'enrolled' | 'key' | 'span'> {
  const mark = [marks.labels.get(signal.key), marks.annotations.get(signal.key)].find(
    (candidate) => candidate?.value === signal.value,
  );
  const { mesh, mode, enrolled, key } = signal;
  return {
    kind: 'enrolment',
    mesh,
    mode,
    enrolled,
    key,
    span: mark === undefined ? { start: 0, end: 0 } : spanOf(mark),
  };
}

function spanOf({ entry }: Mark): Span {
  return { start: entry.key.span.start, end: entry.value.span.end };
}

/** A gateway is injected by the same label, but it dials endpoints itself: nothing of it can be bypassed. */
function isGatewayPod(metadata: MapNode | undefined): boolean {
  const template = marksOf(metadata, 'annotations').get('inject.istio.io/templates');
  return template?.value.split(',').some((name) => name.trim() === 'gateway') === true;
}
