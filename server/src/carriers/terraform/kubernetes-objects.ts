import type { EnrolmentFact } from '../../facts/enrolment.ts';
import {
  attributeOf,
  plainText,
  type Block,
  type Body,
  type Expression,
  type ObjectEntry,
} from './hcl/node.ts';

/** A namespace, or the pods of a workload, with the labels and annotations that Terraform gives them. */
export interface TerraformObject extends Pick<EnrolmentFact, 'scope' | 'namespace' | 'workload'> {
  readonly labels: readonly ObjectEntry[];
  readonly annotations: readonly ObjectEntry[];
  /** Where the resource begins. */
  readonly owner: number;
}

/** Resources of the Kubernetes provider that make or label namespaces, or make pods. */
export function kubernetesObjectsIn({ blocks }: Body): readonly TerraformObject[] {
  return blocks.filter(({ type }) => type === 'resource').flatMap(objectOf);
}

const workloads: ReadonlyMap<string, string> = new Map([
  ['kubernetes_deployment', 'Deployment'],
  ['kubernetes_stateful_set', 'StatefulSet'],
  ['kubernetes_daemonset', 'DaemonSet'],
  ['kubernetes_daemon_set', 'DaemonSet'],
]);

function objectOf(resource: Block): readonly TerraformObject[] {
  const type = (resource.labels[0] ?? '').replace(/_v\d+$/, '');
  const kind = workloads.get(type);
  if (kind !== undefined) return podsOf(resource, kind);
  switch (type) {
    case 'kubernetes_namespace':
      return blocksAt(resource.body, ['metadata']).map((metadata) =>
        namespaceOf(resource, metadata, entriesOf(metadata, 'labels'), entriesOf(metadata, 'annotations')),
      );
    case 'kubernetes_labels':
    case 'kubernetes_annotations':
      return labelled(resource);
    case 'kubernetes_manifest':
      return manifestOf(resource);
    default:
      return [];
  }
}

/** A namespace that is made elsewhere and gets labels or annotations here. */
function labelled(resource: Block): readonly TerraformObject[] {
  const { body } = resource;
  if (plainText(attributeOf(body, 'kind')) !== 'Namespace') return [];
  return blocksAt(body, ['metadata']).map((metadata) =>
    namespaceOf(resource, metadata, entriesOf(body, 'labels'), entriesOf(body, 'annotations')),
  );
}

function namespaceOf(
  { span }: Block,
  metadata: Body,
  labels: readonly ObjectEntry[],
  annotations: readonly ObjectEntry[],
): TerraformObject {
  const namespace = plainText(attributeOf(metadata, 'name'));
  return { scope: 'namespace', namespace, workload: undefined, labels, annotations, owner: span.start };
}

function podsOf({ body, span }: Block, kind: string): readonly TerraformObject[] {
  const [own] = blocksAt(body, ['metadata']);
  const name = own && plainText(attributeOf(own, 'name'));
  const namespace = own && plainText(attributeOf(own, 'namespace'));
  return blocksAt(body, ['spec', 'template', 'metadata']).map((metadata) => ({
    scope: 'workload',
    namespace,
    workload: `${kind} ${name ?? ''}`.trim(),
    labels: entriesOf(metadata, 'labels'),
    annotations: entriesOf(metadata, 'annotations'),
    owner: span.start,
  }));
}

/** A manifest as an object of HCL: of a namespace. */
function manifestOf({ body, span }: Block): readonly TerraformObject[] {
  const manifest = attributeOf(body, 'manifest');
  if (plainText(memberOf(manifest, ['kind'])) !== 'Namespace') return [];
  return [
    {
      scope: 'namespace',
      namespace: plainText(memberOf(manifest, ['metadata', 'name'])),
      workload: undefined,
      labels: entriesIn(memberOf(manifest, ['metadata', 'labels'])),
      annotations: entriesIn(memberOf(manifest, ['metadata', 'annotations'])),
      owner: span.start,
    },
  ];
}

function memberOf(value: Expression | undefined, path: readonly string[]): Expression | undefined {
  return path.reduce<Expression | undefined>(
    (found, key) => entriesIn(found).findLast((entry) => entry.key === key)?.value,
    value,
  );
}

function blocksAt(body: Body, path: readonly string[]): readonly Body[] {
  return path.reduce<readonly Body[]>(
    (bodies, type) =>
      bodies.flatMap(({ blocks }) =>
        blocks.filter((block) => block.type === type).map((block) => block.body),
      ),
    [body],
  );
}

function entriesOf(body: Body, name: string): readonly ObjectEntry[] {
  return entriesIn(attributeOf(body, name));
}

function entriesIn(value: Expression | undefined): readonly ObjectEntry[] {
  return value?.kind === 'object' ? value.entries : [];
}
