import type { NamespaceFact, ServiceFact, WorkloadFact } from '../facts/kubernetes.ts';
import { mayEmbedManifests } from '../source/embedded-files.ts';
import type { SourceFile } from '../source/file.ts';
import type { Reader } from '../source/reader.ts';
import { objectsOf, type KubernetesObject } from './objects.ts';
import { plainManifests, type PlainManifest } from './plain-manifest.ts';
import { plainLabelsAt, plainPodFacts } from './plain-pod.ts';
import { labelsOf, podFactsOf } from './pod-facts.ts';
import { serviceOf } from './services.ts';
import { podTemplateOf, templatePathOf, usesHostNetwork, workloadKinds } from './workloads.ts';

/**
 * Reads which workloads, namespaces and Services there are, whether or not a mesh is in sight: only so can one tell that
 * all of them stay out of a mesh. Most files of a workspace hold such objects and nothing else that matters, so manifests
 * that are written in the ordinary way are read without parsing them.
 */
export const workloadReader: Reader = {
  kinds: ['yaml'],
  hints: [...workloadKinds, 'Service', 'Namespace'].map((kind) => `kind: ${kind}`),
  isTextual: true,
  read: (file) => plainFacts(file.text) ?? (mayHoldAny(file.text) ? parsedFacts(file) : []),
};

const wanted: ReadonlySet<string> = new Set([...workloadKinds, 'Service', 'Namespace']);

/** Whether some document is, or holds, an object of a kind that is read. Definitions of resources are often long and do not. */
function mayHoldAny(text: string): boolean {
  return mayEmbedManifests(text) || text.split(/^---/m).some((part) => !isOfOtherKinds(part));
}

function isOfOtherKinds(part: string): boolean {
  const kinds = [...part.matchAll(/^kind:[ \t]*([A-Za-z]+)[ \t]*(?:#.*)?\r?$/gm)].map(
    ([, kind = '']) => kind,
  );
  const keys = part.match(/^["']?kind["']?[ \t]*:/gm) ?? [];
  return (
    kinds.length > 0 &&
    kinds.length === keys.length &&
    kinds.every((kind) => !wanted.has(kind) && !kind.endsWith('List'))
  );
}

type Found = readonly (NamespaceFact | ServiceFact | WorkloadFact)[];

/** The facts of ordinary manifests, read line by line; absent where only a parser can tell. */
export function plainFacts(text: string): Found | undefined {
  const manifests = plainManifests(text);
  if (manifests === undefined || manifests.some(({ kind }) => kind.endsWith('List'))) return undefined;
  const facts: Found[number][] = [];
  for (const manifest of manifests) {
    const own = plainFact(manifest);
    if (own === undefined) return undefined;
    facts.push(...own);
  }
  return facts;
}

/** The same facts by way of the parser. */
export function parsedFacts(file: SourceFile): Found {
  return objectsOf(file.yaml()).flatMap((object) => [
    ...serviceOf(object),
    ...namespaceOf(object),
    ...workloadOf(object, file.text),
  ]);
}

function plainFact({
  apiVersion,
  kind,
  name,
  namespace,
  nameSpan,
  text,
  span,
}: PlainManifest): Found | undefined {
  if (name === undefined || nameSpan === undefined) return [];
  if (kind === 'Service' && apiVersion === 'v1') {
    const headless = /^[ ]+(?:clusterIP:[ ]*["']?None|type:[ ]*["']?ExternalName)\b/m.test(text);
    const labels = plainLabelsAt(text, ['spec', 'selector']);
    if (labels === undefined) return undefined;
    const selector = Object.keys(labels.known).length > 0 ? labels.known : undefined;
    return [{ kind: 'service', name, namespace, headless, selector, span }];
  }
  if (kind === 'Namespace' && apiVersion === 'v1') {
    const labels = plainLabelsAt(text, ['metadata', 'labels']);
    return labels === undefined ? undefined : [{ kind: 'namespace', name, labels, nameSpan, span }];
  }
  const path = templatePathOf(kind);
  if (path === undefined) return [];
  const pods = plainPodFacts(text, path);
  if (pods === undefined) return undefined;
  const hostNetwork = /^[ ]+hostNetwork:[ ]*true\b/m.test(text);
  return [{ kind: 'workload', name: `${kind} ${name}`, namespace, hostNetwork, ...pods, nameSpan, span }];
}

function namespaceOf(object: KubernetesObject): readonly NamespaceFact[] {
  const { apiVersion, kind, name, metadata, nameSpan, root } = object;
  if (kind !== 'Namespace' || apiVersion !== 'v1' || name === undefined) return [];
  return [{ kind: 'namespace', name, labels: labelsOf(metadata), nameSpan, span: root.span }];
}

function workloadOf(object: KubernetesObject, text: string): readonly WorkloadFact[] {
  const template = podTemplateOf(object);
  if (template === undefined || object.name === undefined) return [];
  const { span } = object.root;
  return [
    {
      kind: 'workload',
      name: `${object.kind} ${object.name}`,
      namespace: object.namespace,
      hostNetwork: usesHostNetwork(template),
      ...podFactsOf(template, text.slice(span.start, span.end)),
      nameSpan: object.nameSpan,
      span,
    },
  ];
}
