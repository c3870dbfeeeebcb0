import type { ServiceFact } from '../facts/kubernetes.ts';
import { mapAt, textAt, type KubernetesObject } from './objects.ts';

/** A core Service, with whether it has a ClusterIP that a load balancer could rewrite. */
export function serviceOf(object: KubernetesObject): readonly ServiceFact[] {
  if (object.kind !== 'Service' || object.apiVersion !== 'v1' || object.name === undefined) return [];
  const spec = mapAt(object.root, 'spec');
  const clusterIp = spec === undefined ? undefined : textAt(spec, 'clusterIP');
  const type = spec === undefined ? undefined : textAt(spec, 'type');
  return [
    {
      kind: 'service',
      name: object.name,
      namespace: object.namespace,
      headless: clusterIp === 'None' || type === 'ExternalName',
      span: object.root.span,
    },
  ];
}
