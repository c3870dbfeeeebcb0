import type { ServiceFact, WorkloadFact } from '../facts/kubernetes.ts';
import type { SourceFile } from '../source/file.ts';
import type { Reader } from '../source/reader.ts';
import { objectsOf, type KubernetesObject } from './objects.ts';
import { plainManifests, type PlainManifest } from './plain-manifest.ts';
import { serviceOf } from './services.ts';
import { podTemplateOf, templatePathOf, usesHostNetwork, workloadKinds } from './workloads.ts';

/**
 * Reads which workloads and Services there are, whether or not a mesh is in sight: only so can one tell that all of them
 * stay out of a mesh. Most files of a workspace hold such objects and nothing else that matters, so manifests that are
 * written in the ordinary way are read without parsing them.
 */
export const workloadReader: Reader = {
  kinds: ['yaml'],
  hints: [...workloadKinds, 'Service'].map((kind) => `kind: ${kind}`),
  isTextual: true,
  read: (file) =>
    plainFacts(file) ??
    objectsOf(file.yaml()).flatMap((object) => [...serviceOf(object), ...workloadOf(object)]),
};

function plainFacts({ text }: SourceFile): readonly (ServiceFact | WorkloadFact)[] | undefined {
  const manifests = plainManifests(text);
  if (manifests === undefined || manifests.some(({ kind }) => kind.endsWith('List'))) return undefined;
  return manifests.flatMap(plainFact);
}

function plainFact({
  apiVersion,
  kind,
  name,
  namespace,
  text,
  span,
}: PlainManifest): readonly (ServiceFact | WorkloadFact)[] {
  if (name === undefined) return [];
  if (kind === 'Service' && apiVersion === 'v1') {
    const headless = /^[ ]+(?:clusterIP:[ ]*["']?None|type:[ ]*["']?ExternalName)\b/m.test(text);
    return [{ kind: 'service', name, namespace, headless, span }];
  }
  if (templatePathOf(kind) === undefined) return [];
  const hostNetwork = /^[ ]+hostNetwork:[ ]*true\b/m.test(text);
  return [{ kind: 'workload', name: `${kind} ${name}`, namespace, hostNetwork, span }];
}

function workloadOf(object: KubernetesObject): readonly WorkloadFact[] {
  const template = podTemplateOf(object);
  if (template === undefined || object.name === undefined) return [];
  return [
    {
      kind: 'workload',
      name: `${object.kind} ${object.name}`,
      namespace: object.namespace,
      hostNetwork: usesHostNetwork(template),
      span: object.root.span,
    },
  ];
}
