import type { LabelSelector } from '../facts/labels.ts';
import type { MeshPolicyFact, MeshPolicyTarget } from '../facts/mesh-policy.ts';
import { meshPolicyKinds, meshPolicyRow, type MeshPolicyRow } from '../knowledge/mesh-policies.ts';
import type { Reader } from '../source/reader.ts';
import { effectiveEntries, itemsAt, keyName, knownText, mapAt, nodeAt, stringAt } from '../yaml/navigate.ts';
import type { KeyPath, MapNode, YamlNode } from '../yaml/node.ts';
import { groupOf, objectsOf, type KubernetesObject } from './objects.ts';
import { selectorAt } from './policies/selectors.ts';

/** Reads what meshes are told about the traffic of workloads: whom they let in, and how they route. */
export const meshPolicyReader: Reader = {
  kinds: ['yaml'],
  hints: meshPolicyKinds.map((kind) => `kind: ${kind}`),
  read: (file) => objectsOf(file.yaml()).flatMap(meshPolicyOf),
};

function meshPolicyOf(object: KubernetesObject): readonly MeshPolicyFact[] {
  const row = meshPolicyRow(groupOf(object), object.kind);
  if (row === undefined || object.name === undefined) return [];
  const { kind: resource, name, namespace, nameSpan, root } = object;
  const target = targetOf(row.target, root, name);
  if (target === undefined) return [];
  const { meshes } = row;
  return [{ kind: 'mesh-policy', meshes, resource, name, namespace, target, nameSpan, span: root.span }];
}

/** Absent for a route that is no mesh's: one of gateways. */
function targetOf(
  target: MeshPolicyRow['target'],
  root: MapNode,
  name: string,
): MeshPolicyTarget | undefined {
  switch (target) {
    case 'selector':
      return attachedTo(root) ?? podsAt(root, ['spec', 'selector', 'matchLabels']);
    case 'workload-selector':
      return podsAt(root, ['spec', 'workloadSelector', 'labels']);
    case 'pod-selector': {
      const selector = selectorAt(mapAt(root, ['spec']), 'podSelector');
      return { kind: 'pods', selector, isMeshWide: false };
    }
    case 'hosts':
      return servicesFrom([nodeAt(root, ['spec', 'host']), ...itemsAt(root, ['spec', 'hosts'])]);
    case 'parents':
      return servicesAmong(itemsAt(root, ['spec', 'parentRefs']));
    case 'name':
      return { kind: 'services', hosts: [name] };
  }
}

/** Policies for waypoints name what they are for instead of selecting it. */
function attachedTo(root: MapNode): MeshPolicyTarget | undefined {
  const single = mapAt(root, ['spec', 'targetRef']);
  const references = [...(single === undefined ? [] : [single]), ...itemsAt(root, ['spec', 'targetRefs'])];
  if (references.length === 0) return undefined;
  return servicesAmong(references) ?? { kind: 'unknown' };
}

/** References without a kind are to a Gateway. */
function servicesAmong(references: readonly YamlNode[]): MeshPolicyTarget | undefined {
  const services = references.filter((reference) => stringAt(reference, ['kind']) === 'Service');
  if (services.length === 0) return undefined;
  return {
    kind: 'services',
    hosts: services.flatMap((service) => {
      const name = stringAt(service, ['name']);
      const namespace = stringAt(service, ['namespace']);
      return name === undefined ? [] : [namespace === undefined ? name : `${name}.${namespace}`];
    }),
  };
}

function servicesFrom(nodes: readonly (YamlNode | 'absent' | 'unknown')[]): MeshPolicyTarget {
  const hosts = nodes.flatMap((node) => knownText(node) ?? []);
  return hosts.length === 0 ? { kind: 'unknown' } : { kind: 'services', hosts };
}

/** Istio takes an empty selector for none. */
function podsAt(root: MapNode, path: KeyPath): MeshPolicyTarget {
  const found = nodeAt(root, path);
  const labels = mapAt(root, path);
  const entries = labels === undefined ? [] : effectiveEntries(labels);
  const known = entries.flatMap(({ key, value }) => {
    const text = knownText(value);
    return text === undefined ? [] : [{ key: keyName(key), operator: 'In' as const, values: [text] }];
  });
  const open = found === 'unknown' || known.length < entries.length || labels?.open === true;
  const selector: LabelSelector | undefined =
    known.length === 0 && !open ? undefined : { requirements: known, open };
  return { kind: 'pods', selector, isMeshWide: true };
}
