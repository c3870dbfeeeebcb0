import type { Placed } from '../../server/src/facts/fact.ts';
import type { WorkloadFact } from '../../server/src/facts/kubernetes.ts';
import type { LabelSet } from '../../server/src/facts/labels.ts';
import type { NetworkPolicyFact } from '../../server/src/facts/policy.ts';
import { policyReader } from '../../server/src/manifests/policies/policy-reader.ts';
import type { PodSet } from '../../server/src/workspace/members.ts';
import { ofKind } from '../../server/src/workspace/of-kind.ts';
import { factsIn } from './read.ts';
import { uriOf } from './uris.ts';

type Labels = Readonly<Record<string, string>>;

/** Labels that are all known. */
export function labels(known: Labels): LabelSet {
  return { known, unknown: [], open: false };
}

/** The policies of a YAML text, as facts of one file. */
export function policiesOf(text: string, path = '/repo/policy.yaml'): readonly Placed<NetworkPolicyFact>[] {
  const uri = uriOf(path);
  return ofKind(
    factsIn(policyReader, text, path).map((fact) => ({ uri, fact })),
    'network-policy',
  );
}

/** A NetworkPolicy with a spec in flow style or indented by two. */
export function networkPolicy(spec: string, namespace = 'shop'): string {
  return policyText('networking.k8s.io/v1', 'NetworkPolicy', spec, namespace);
}

/** A CiliumNetworkPolicy. */
export function ciliumPolicy(spec: string, namespace = 'shop'): string {
  return policyText('cilium.io/v2', 'CiliumNetworkPolicy', spec, namespace);
}

/** A CiliumClusterwideNetworkPolicy. */
export function clusterwidePolicy(spec: string): string {
  return policyText('cilium.io/v2', 'CiliumClusterwideNetworkPolicy', spec, undefined);
}

function policyText(apiVersion: string, kind: string, spec: string, namespace: string | undefined): string {
  const where = namespace === undefined ? '' : `, namespace: ${namespace}`;
  return `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: {name: policy${where}}\nspec: ${spec}\n`;
}

/** The pods of a workload. */
export function pods(
  own: Labels,
  namespace = 'shop',
  more: Partial<WorkloadFact> = {},
  path = '/repo/workload.yaml',
): PodSet {
  const fact: WorkloadFact = {
    kind: 'workload',
    name: 'Deployment app',
    namespace,
    hostNetwork: false,
    labels: labels(own),
    namedPorts: {},
    serviceAccount: 'default',
    isProbed: 'no',
    nameSpan: { start: 0, end: 0 },
    span: { start: 0, end: 0 },
    ...more,
  };
  return {
    workload: { uri: uriOf(path), fact },
    namespace,
    labels: fact.labels,
    namespaceLabels: labels({ 'kubernetes.io/metadata.name': namespace }),
    memberships: [],
  };
}

/** Pods of a namespace that no file shows. */
export function unseenPods(namespace: string): PodSet {
  return {
    ...pods({}, namespace),
    workload: undefined,
    labels: { known: {}, unknown: [], open: true },
  };
}
