import type { MeshMemberFact } from '../facts/mesh-member.ts';
import { meshOfMemberList } from '../knowledge/meshes.ts';
import { itemsAt, stringOf } from '../yaml/navigate.ts';
import { groupOf, type KubernetesObject } from './objects.ts';

/**
 * The namespaces that OpenShift Service Mesh 2 takes in: those that a ServiceMeshMemberRoll lists (`*` for all), or the one of
 * a ServiceMeshMember.
 */
export function meshMembersOf(object: KubernetesObject): readonly MeshMemberFact[] {
  const mesh = meshOfMemberList(groupOf(object));
  if (mesh === undefined) return [];
  if (object.kind === 'ServiceMeshMember' && object.namespace !== undefined) {
    return [{ kind: 'mesh-member', mesh, namespace: object.namespace, span: object.root.span }];
  }
  if (object.kind !== 'ServiceMeshMemberRoll') return [];
  return itemsAt(object.root, ['spec', 'members']).flatMap((item): readonly MeshMemberFact[] => {
    const name = stringOf(item);
    if (name === undefined) return [];
    return [{ kind: 'mesh-member', mesh, namespace: name === '*' ? undefined : name, span: item.span }];
  });
}
