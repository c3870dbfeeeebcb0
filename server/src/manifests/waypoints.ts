import type { WaypointFact } from '../facts/enrolment.ts';
import { asksForWaypoint, isWaypointClass } from '../knowledge/meshes.ts';
import { stringAt } from '../yaml/navigate.ts';
import { marksOf, spanOf, type KubernetesObject } from './objects.ts';

/** Ambient waypoints: the Gateway that is one, or the label by which a namespace or a Service asks for one. */
export function waypointsOf(object: KubernetesObject): readonly WaypointFact[] {
  if (object.kind === 'Gateway' && object.name !== undefined) {
    const className = stringAt(object.root, ['spec', 'gatewayClassName']);
    if (className === undefined || !isWaypointClass(className) || !servesServices(object)) return [];
    const { name, namespace, nameSpan, root } = object;
    return [{ kind: 'waypoint', name, namespace, gatewayName: nameSpan, span: root.span }];
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

/** A waypoint for workloads alone is reached by pod IP, so no translation can lead past it. */
function servesServices({ metadata }: KubernetesObject): boolean {
  const servedKinds = marksOf(metadata, 'labels').get('istio.io/waypoint-for')?.value ?? 'service';
  return servedKinds === 'service' || servedKinds === 'all';
}
