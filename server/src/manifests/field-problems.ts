import type { ErrorObject } from 'ajv';
import { fieldTypes, type ExpectedField, type FieldProblemFact } from '../facts/field-problem.ts';
import { entryAtPath, nodeAt, resolve, type ResolvedNode } from '../yaml/navigate.ts';
import type { KeyPath, MapNode, SequenceNode, Span, YamlNode } from '../yaml/node.ts';
import {
  ciliumNetworkPolicy,
  destinationRule,
  gateway,
  istioOperator,
  networkPolicy,
  peerAuthentication,
  type FieldValidator,
} from './fields.generated.js';
import { fieldValues } from './field-values.ts';
import { groupOf, type KubernetesObject } from './objects.ts';

/** By group and kind, what its fields have to be. */
const validators: ReadonlyMap<string, FieldValidator> = new Map([
  ['networking.k8s.io/NetworkPolicy', networkPolicy],
  ['extensions/NetworkPolicy', networkPolicy],
  ['cilium.io/CiliumNetworkPolicy', ciliumNetworkPolicy],
  ['cilium.io/CiliumClusterwideNetworkPolicy', ciliumNetworkPolicy],
  ['security.istio.io/PeerAuthentication', peerAuthentication],
  ['networking.istio.io/DestinationRule', destinationRule],
  ['gateway.networking.k8s.io/Gateway', gateway],
  ['install.istio.io/IstioOperator', istioOperator],
]);

/** Texts that stand in every file with such an object. */
export const fieldHints: readonly string[] = [...validators.keys()].map(
  (name) => `kind: ${name.slice(name.indexOf('/') + 1)}`,
);

/** The fields of an object that rules read and that Kubernetes would refuse. */
export function fieldProblemsOf(object: KubernetesObject): readonly FieldProblemFact[] {
  const validate = validators.get(`${groupOf(object)}/${object.kind}`);
  if (validate === undefined || validate(fieldValues(object.root))) return [];
  const found = (validate.errors ?? []).flatMap((error) => problemOf(object, error) ?? []);
  return found.filter(
    ({ path }, index) => found.findIndex((one) => one.path.join('\0') === path.join('\0')) === index,
  );
}

function problemOf(object: KubernetesObject, error: ErrorObject): FieldProblemFact | undefined {
  const path = error.instancePath
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
  const node = nodeAt(object.root, path);
  const own = typeof node === 'string' ? undefined : resolve(node);
  const expected = expectedBy(error);
  if (own === undefined || typeof node === 'string' || expected === undefined || !isKnown(own))
    return undefined;
  return {
    kind: 'field-problem',
    object: `${object.kind} ${object.name ?? ''}`.trim(),
    path,
    found: own.kind === 'scalar' ? { kind: 'scalar', text: own.text } : { kind: collectionOf(own) },
    expected,
    meant: meantBy(own, expected),
    address: addressOf(object),
    span: own.kind === 'scalar' ? node.span : spanOfCollection(object.root, path, own),
  };
}

function isKnown(node: ResolvedNode): boolean {
  return node.kind !== 'scalar' || (node.value.kind === 'known' && node.value.value !== null);
}

function collectionOf(node: ResolvedNode): 'array' | 'object' {
  return node.kind === 'sequence' ? 'array' : 'object';
}

/** The key of a collection that goes over many lines. */
function spanOfCollection(root: YamlNode, path: KeyPath, node: MapNode | SequenceNode): Span {
  const entry = node.style === 'block' ? entryAtPath(root, path) : 'absent';
  return typeof entry === 'string' ? node.span : entry.key.span;
}

function expectedBy({ keyword, params }: ErrorObject): ExpectedField | undefined {
  if (keyword === 'enum') {
    const values: unknown = params['allowedValues'];
    return Array.isArray(values) ? { kind: 'one-of', values: values.map(String) } : undefined;
  }
  const types: unknown = params['type'];
  const named = Array.isArray(types) ? types : [types];
  return { kind: 'type', types: fieldTypes.filter((type) => named.includes(type)) };
}

/** A number or a boolean where a text has to be lacks nothing but quotes. */
function meantBy(node: ResolvedNode, expected: ExpectedField): string | undefined {
  const wantsText = expected.kind === 'type' && expected.types.every((type) => type === 'string');
  return wantsText && node.kind === 'scalar' ? node.text : undefined;
}

/** Where an object is written, from its root on. */
export function addressOf({ metadataAt }: KubernetesObject): FieldProblemFact['address'] {
  return metadataAt && { document: metadataAt.document, path: metadataAt.path.slice(0, -1) };
}
