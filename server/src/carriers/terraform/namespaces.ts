import type { EnrolmentFact } from '../../facts/enrolment.ts';
import type { MeshMarkFact } from '../../facts/mesh-mark.ts';
import { isSignalKey, namespaceSignals, type SignalPlace } from '../../knowledge/meshes.ts';
import type { Reader } from '../../source/reader.ts';
import { attributeOf, plainText, type Body, type ObjectEntry } from './hcl/node.ts';
import { parseHcl } from './hcl/parse.ts';

const resources = new Set(['kubernetes_namespace', 'kubernetes_namespace_v1']);

/** Namespaces that Terraform makes, as far as their labels and annotations speak to a mesh. */
export const terraformNamespaceReader: Reader = {
  kinds: ['terraform'],
  hints: ['kubernetes_namespace'],
  read: ({ text }) =>
    parseHcl(text)
      .blocks.filter(({ type, labels }) => type === 'resource' && resources.has(labels[0] ?? ''))
      .flatMap(({ body }) => body.blocks.filter(({ type }) => type === 'metadata'))
      .flatMap(({ body, span }) => [...enrolmentsOf(body), ...markFacts(body, span.start)]),
};

function enrolmentsOf(metadata: Body): readonly EnrolmentFact[] {
  const labels = marksOf(metadata, 'labels');
  const annotations = marksOf(metadata, 'annotations');
  const namespace = plainText(attributeOf(metadata, 'name'));
  return namespaceSignals(textsOf(labels), textsOf(annotations)).flatMap(({ mesh, mode, enrolled, key }) => {
    const mark = [...labels, ...annotations].find((entry) => entry.key === key);
    if (mark === undefined) return [];
    const span = { start: mark.keySpan.start, end: mark.value.span.end };
    const who = { scope: 'namespace', namespace, workload: undefined } as const;
    return [{ kind: 'enrolment', mesh, mode, enrolled, key, span, ...who } as const];
  });
}

function markFacts(metadata: Body, owner: number): readonly MeshMarkFact[] {
  const namespace = plainText(attributeOf(metadata, 'name'));
  const factsAt = (field: string, place: SignalPlace): readonly MeshMarkFact[] =>
    marksOf(metadata, field).flatMap(({ key, keySpan, value: expression }) => {
      const value = plainText(expression);
      if (value === undefined || !isSignalKey(place, key)) return [];
      const span = { start: keySpan.start, end: expression.span.end };
      const subject = { namespace, workload: undefined, owner, inManifest: undefined };
      return [{ kind: 'mesh-mark', place, key, value, ...subject, span }];
    });
  return [...factsAt('labels', 'namespace-label'), ...factsAt('annotations', 'namespace-annotation')];
}

function marksOf(metadata: Body, name: string): readonly ObjectEntry[] {
  const value = attributeOf(metadata, name);
  return value?.kind === 'object' ? value.entries : [];
}

function textsOf(marks: readonly ObjectEntry[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    marks.flatMap(({ key, value }) => {
      const text = plainText(value);
      return text === undefined ? [] : [[key, text]];
    }),
  );
}
