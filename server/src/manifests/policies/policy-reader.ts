import { policyResources, type NetworkPolicyFact, type PolicySpec } from '../../facts/policy.ts';
import type { Reader } from '../../source/reader.ts';
import { mapAt } from '../../yaml/navigate.ts';
import { groupOf, objectsOf, type KubernetesObject } from '../objects.ts';
import { ciliumSpec } from './cilium-policy.ts';
import { kubernetesSpec } from './kubernetes-policy.ts';
import { listAt } from './lists.ts';

/**
 * Reads network policies, those of Kubernetes and those of Cilium. One whose name only a template knows is left out: it is
 * a chart's, and for the pods of that chart.
 */
export const policyReader: Reader = {
  kinds: ['yaml'],
  hints: policyResources.map((resource) => `kind: ${resource}`),
  read: (file) => objectsOf(file.yaml()).flatMap(policyOf),
};

const groups: Readonly<Record<NetworkPolicyFact['resource'], string>> = {
  NetworkPolicy: 'networking.k8s.io',
  CiliumNetworkPolicy: 'cilium.io',
  CiliumClusterwideNetworkPolicy: 'cilium.io',
};

/** The policy that an object is, if it is one. */
function policyOf(object: KubernetesObject): readonly NetworkPolicyFact[] {
  const { name, namespace, metadataAt, nameSpan, root } = object;
  const resource = policyResources.find((kind) => kind === object.kind);
  if (resource === undefined || groupOf(object) !== groups[resource]) return [];
  if (name === undefined || metadataAt === undefined) return [];
  const specs = resource === 'NetworkPolicy' ? [kubernetesSpec(object)] : ciliumSpecs(object, resource);
  return [
    {
      kind: 'network-policy',
      resource,
      name,
      namespace: resource === 'CiliumClusterwideNetworkPolicy' ? undefined : namespace,
      specs: specs.filter((spec) => spec !== undefined),
      address: { document: metadataAt.document, path: metadataAt.path.slice(0, -1) },
      nameSpan,
      span: root.span,
    },
  ];
}

function ciliumSpecs(
  { root }: KubernetesObject,
  resource: NetworkPolicyFact['resource'],
): readonly (PolicySpec | undefined)[] {
  const isClusterwide = resource === 'CiliumClusterwideNetworkPolicy';
  const spec = mapAt(root, ['spec']);
  const specs = listAt(root, 'specs');
  return [
    spec === undefined ? undefined : ciliumSpec(spec, ['spec'], isClusterwide),
    ...(specs.kind === 'list'
      ? specs.items.map((item, at) =>
          item.kind === 'map' ? ciliumSpec(item, ['specs', String(at)], isClusterwide) : undefined,
        )
      : []),
  ];
}
