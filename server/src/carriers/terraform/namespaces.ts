import type { EnrolmentFact } from '../../facts/enrolment.ts';
import type { MeshMarkFact } from '../../facts/mesh-mark.ts';
import { isSignalKey, namespaceSignals, podSignals } from '../../knowledge/meshes.ts';
import type { Reader } from '../../source/reader.ts';
import { plainText, type ObjectEntry } from './hcl/node.ts';
import { parseHcl } from './hcl/parse.ts';
import { kubernetesObjectsIn, type TerraformObject } from './kubernetes-objects.ts';

/** Namespaces and workloads that Terraform makes or labels, as far as their labels and annotations speak to a mesh. */
export const terraformNamespaceReader: Reader = {
  kinds: ['terraform'],
  hints: [
    'kubernetes_namespace',
    'kubernetes_labels',
    'kubernetes_annotations',
    'kubernetes_manifest',
    'kubernetes_deployment',
    'kubernetes_stateful_set',
    'kubernetes_daemon',
  ],
  read: ({ text }) =>
    kubernetesObjectsIn(parseHcl(text)).flatMap((object) => [...enrolmentsOf(object), ...marksOf(object)]),
};

function enrolmentsOf(object: TerraformObject): readonly EnrolmentFact[] {
  const { scope, namespace, workload, labels, annotations } = object;
  const signalsOf = scope === 'namespace' ? namespaceSignals : podSignals;
  return signalsOf(textsOf(labels), textsOf(annotations)).flatMap(({ mesh, mode, enrolled, key, value }) => {
    const mark = [...labels, ...annotations].find(
      (entry) => entry.key === key && plainText(entry.value) === value,
    );
    if (mark === undefined) return [];
    const who = { scope, namespace, workload };
    return [{ kind: 'enrolment', mesh, mode, enrolled, key, span: spanOf(mark), ...who } as const];
  });
}

function marksOf(object: TerraformObject): readonly MeshMarkFact[] {
  const { scope, namespace, workload, owner } = object;
  const of = scope === 'namespace' ? 'namespace' : 'pod';
  const fields = [
    [object.labels, `${of}-label`],
    [object.annotations, `${of}-annotation`],
  ] as const;
  return fields.flatMap(([entries, place]) =>
    entries.flatMap((entry): readonly MeshMarkFact[] => {
      const value = plainText(entry.value);
      if (value === undefined || !isSignalKey(place, entry.key)) return [];
      const subject = { namespace, workload, owner, inManifest: undefined };
      return [{ kind: 'mesh-mark', place, key: entry.key, value, ...subject, span: spanOf(entry) }];
    }),
  );
}

function spanOf({ keySpan, value }: ObjectEntry): MeshMarkFact['span'] {
  return { start: keySpan.start, end: value.span.end };
}

function textsOf(marks: readonly ObjectEntry[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    marks.flatMap(({ key, value }) => {
      const text = plainText(value);
      return text === undefined ? [] : [[key, text]];
    }),
  );
}
