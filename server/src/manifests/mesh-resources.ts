import type { MeshResourceFact } from '../facts/kubernetes.ts';
import { meshResourceRow } from '../knowledge/mesh-resources.ts';
import { entryAt, knownText, resolve } from '../yaml/navigate.ts';
import type { MapNode } from '../yaml/node.ts';
import { mapAt, textAt, type KubernetesObject } from './objects.ts';

/** A mesh's resource that shapes calls between workloads, and so is lost when calls bypass the mesh. */
export function meshResourcesOf(object: KubernetesObject): readonly MeshResourceFact[] {
  const row = meshResourceRow(groupOf(object.apiVersion), object.kind);
  if (row === undefined || object.name === undefined) return [];
  const spec = mapAt(object.root, 'spec');
  if (row.lostUnless === 'gateways-only' && appliesToGatewaysOnly(spec)) return [];
  if (row.lostUnless === 'no-service-parent' && !hasServiceParent(spec)) return [];
  return [
    {
      kind: 'mesh-resource',
      mesh: row.mesh,
      resource: object.kind,
      name: object.name,
      namespace: object.namespace,
      span: object.root.span,
    },
  ];
}

function groupOf(apiVersion: string): string {
  return apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : '';
}

/** A VirtualService that names gateways, without the reserved name `mesh` among them. */
function appliesToGatewaysOnly(spec: MapNode | undefined): boolean {
  const gateways = spec === undefined ? undefined : resolve(entryAt(spec, 'gateways')?.value);
  if (gateways?.kind !== 'sequence' || gateways.items.length === 0) return false;
  const names = gateways.items.map(knownText);
  return !names.includes('mesh') && !names.includes(undefined);
}

function hasServiceParent(spec: MapNode | undefined): boolean {
  const parents = spec === undefined ? undefined : resolve(entryAt(spec, 'parentRefs')?.value);
  if (parents?.kind !== 'sequence') return false;
  return parents.items.some((item) => {
    const parent = resolve(item);
    return parent?.kind === 'map' && textAt(parent, 'kind') === 'Service';
  });
}
