import type { ServiceFact } from '../facts/kubernetes.ts';
import { mapAt } from '../yaml/navigate.ts';
import { labelsAt } from './pod-facts.ts';
import { textAt, type KubernetesObject } from './objects.ts';

/** A core Service, with whether it has a ClusterIP that a load balancer could rewrite. */
export function serviceOf(object: KubernetesObject): readonly ServiceFact[] {
  if (object.kind !== 'Service' || object.apiVersion !== 'v1' || object.name === undefined) return [];
  const spec = mapAt(object.root, ['spec']);
  const { known, unknown, open } = labelsAt(spec, 'selector');
  const isKnown = Object.keys(known).length > 0 && unknown.length === 0 && !open;
  return [
    {
      kind: 'service',
      name: object.name,
      namespace: object.namespace,
      headless: textAt(spec, 'clusterIP') === 'None' || textAt(spec, 'type') === 'ExternalName',
      selector: isKnown ? known : undefined,
      span: object.root.span,
    },
  ];
}
