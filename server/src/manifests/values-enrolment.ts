import type { EnrolmentFact } from '../facts/enrolment.ts';
import type { MeshMarkFact } from '../facts/mesh-mark.ts';
import { isSignalKey, podSignalKeys } from '../knowledge/meshes.ts';
import type { SourceFile } from '../source/file.ts';
import { knownText, nodeAt, resolve, stringAt } from '../yaml/navigate.ts';
import type { MapNode } from '../yaml/node.ts';
import { podEnrolments, type Member } from './enrolment.ts';
import { spanOf } from './objects.ts';
import { isObject, podsInValues, type PodMarks } from './pods-in-values.ts';
import { templatePathOf } from './workloads.ts';

/**
 * Who takes part in a mesh by values of a chart (`podLabels`, `podAnnotations` and the like) or by what an operator's
 * resource says of its pods, in values files, HelmReleases, Applications and wherever else values stand.
 */
export function valuesEnrolments(file: SourceFile): readonly (EnrolmentFact | MeshMarkFact)[] {
  if (!mayMatter(file.text)) return [];
  return file.yaml().documents.flatMap(({ index, root: node }) => {
    const root = resolve(node);
    if (root?.kind !== 'map' || isWorkload(root)) return [];
    const owner = ownerOf(root, file);
    return podsInValues(file.text, index, root, mayMatter).flatMap((pods) => factsOf(pods, owner));
  });
}

const mentionsPods = /pod/i;

function mayMatter(text: string): boolean {
  return mentionsPods.test(text) && podSignalKeys.some((key) => text.includes(key));
}

/** What its pods carry is read from its template. */
function isWorkload(root: MapNode): boolean {
  const kind = stringAt(root, ['kind']);
  return kind !== undefined && isObject(root) && templatePathOf(kind) !== undefined;
}

/** Whose pods they are, as far as the document says. */
type Owner = Pick<Member, 'namespace'> & { readonly title: string };

const namespacePaths: readonly (readonly string[])[] = [
  ['spec', 'targetNamespace'],
  ['spec', 'destination', 'namespace'],
  ['metadata', 'namespace'],
];

function ownerOf(root: MapNode, { path }: SourceFile): Owner {
  if (!isObject(root)) return { namespace: undefined, title: path.slice(path.lastIndexOf('/') + 1) };
  const kind = stringAt(root, ['kind']) ?? '';
  const name = knownText(nodeAt(root, ['metadata', 'name'])) ?? '';
  const namespaces = namespacePaths.map((keys) => nodeAt(root, keys)).filter((node) => node !== 'absent');
  return { namespace: knownText(namespaces[0]), title: `${kind} ${name}`.trim() };
}

function factsOf(pods: PodMarks, { namespace, title }: Owner): readonly (EnrolmentFact | MeshMarkFact)[] {
  const { marks, part } = pods;
  const workload = part.length === 0 ? title : `${title} (${part.join('.')})`;
  const who: Member = { scope: 'workload', namespace, workload, inValues: true };
  return [...podEnrolments(marks, who), ...meshMarks(pods, namespace, workload)];
}

function meshMarks(
  { marks, at }: PodMarks,
  namespace: string | undefined,
  workload: string,
): readonly MeshMarkFact[] {
  const fields = [
    ['labels', 'pod-label'],
    ['annotations', 'pod-annotation'],
  ] as const;
  const found = fields.flatMap(([field, place]) =>
    [...marks[field]].flatMap(([key, mark]) =>
      isSignalKey(place, key) ? [{ field, place, key, mark }] : [],
    ),
  );
  const owner = Math.min(...found.map(({ mark }) => spanOf(mark).start));
  const { document, within } = at;
  return found.map(({ field, place, key, mark }) => ({
    kind: 'mesh-mark',
    place,
    key,
    value: mark.value,
    namespace,
    workload,
    owner,
    inManifest: {
      address: { document, path: [], ...(within === undefined ? {} : { within }) },
      path: [...at[field], key],
    },
    span: spanOf(mark),
  }));
}
