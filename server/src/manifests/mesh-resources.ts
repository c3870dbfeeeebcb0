import type { MeshResourceFact } from '../facts/kubernetes.ts';
import { meshResourceRow } from '../knowledge/mesh-resources.ts';
import { itemsAt, knownText, mapAt, stringAt } from '../yaml/navigate.ts';
import type { MapNode } from '../yaml/node.ts';
import { groupOf, type KubernetesObject } from './objects.ts';

/** A mesh's resource that shapes calls between workloads, and so is lost when calls bypass the mesh. */
export function meshResourcesOf(object: KubernetesObject): readonly MeshResourceFact[] {
  const row = meshResourceRow(groupOf(object), object.kind);
  if (row === undefined || object.name === undefined) return [];
  const spec = mapAt(object.root, ['spec']);
  if (row.lostUnless === 'gateways-only' && appliesToGatewaysOnly(spec)) return [];
  if (row.lostUnless === 'no-service-parent' && !hasServiceParent(spec)) return [];
  return [
    {
      kind: 'mesh-resource',
      meshes: row.meshes,
      resource: object.kind,
      name: object.name,
      namespace: object.namespace,
      lostWith: row.lostWith,
      span: object.root.span,
    },
  ];
}

/** A VirtualService that names gateways, without the reserved name `mesh` among those that are known. */
function appliesToGatewaysOnly(spec: MapNode | undefined): boolean {
  const names = itemsAt(spec, ['gateways']).map(knownText);
  return names.length > 0 && !names.includes('mesh');
}

function hasServiceParent(spec: MapNode | undefined): boolean {
  return itemsAt(spec, ['parentRefs']).some((parent) => stringAt(parent, ['kind']) === 'Service');
}
