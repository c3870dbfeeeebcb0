import type { EnrolmentFact } from '../facts/enrolment.ts';
import { namespaceSignals, podSignals } from '../knowledge/meshes.ts';
import type { SourceFile } from '../source/file.ts';
import { parseEmbedded } from '../yaml/embedded.ts';
import {
  effectiveEntries,
  itemsAt,
  keyName,
  knownText,
  mapAt,
  nodeAt,
  resolve,
  stringAt,
} from '../yaml/navigate.ts';
import { pointerKeys } from '../yaml/json-pointer.ts';
import type { KeyPath, MapNode, ScalarNode, SequenceNode, YamlNode } from '../yaml/node.ts';
import { enrolments, enrolmentsOf, values, type Marks, type Member } from './enrolment.ts';
import { objectsOf, type Mark } from './objects.ts';
import { templatePathOf } from './workloads.ts';

/** The lists of patches of a kustomization, or of a Flux Kustomization. */
const lists = ['patches', 'patchesStrategicMerge', 'patchesJson6902'];

/**
 * Enrolments by the patches in the text of a kustomization.
 *
 * @param base the keys to the lists of patches
 */
export function patchedEnrolments(
  kustomization: MapNode,
  base: KeyPath,
  file: SourceFile,
): readonly EnrolmentFact[] {
  return lists
    .flatMap((list) => itemsAt(kustomization, [...base, list]))
    .flatMap((item) => enrolmentsByPatch(item, file));
}

function enrolmentsByPatch(item: YamlNode, file: SourceFile): readonly EnrolmentFact[] {
  const found = item.kind === 'scalar' ? item : nodeAt(item, ['patch']);
  const text = typeof found === 'string' ? undefined : resolve(found);
  if (text?.kind !== 'scalar') return [];
  const target = mapAt(item, ['target']);
  const stream = parseEmbedded(file.text, text);
  const root = resolve(stream.documents[0]?.root);
  if (root?.kind === 'sequence') return enrolmentsByOperations(root, target);
  // Where a target chooses the objects, the name in the patch is of no account.
  return objectsOf(stream)
    .flatMap(enrolmentsOf)
    .map((fact) => (target === undefined ? fact : { ...fact, ...chosenBy(target, fact) }));
}

function chosenBy(target: MapNode, { scope, workload }: EnrolmentFact): Partial<Member> {
  const name = plainName(target);
  return scope === 'namespace'
    ? { namespace: name }
    : { namespace: stringAt(target, ['namespace']), workload: nameOfWorkload(target) ?? workload };
}

/** The name of a target, unless it is a pattern for several. */
function plainName(target: MapNode | undefined): string | undefined {
  const name = stringAt(target, ['name']);
  return name !== undefined && /^[a-z0-9-]+$/.test(name) ? name : undefined;
}

function nameOfWorkload(target: MapNode | undefined): string | undefined {
  const kind = stringAt(target, ['kind']);
  return kind === undefined ? undefined : `${kind} ${plainName(target) ?? ''}`.trim();
}

/** Labels and annotations that operations add (RFC 6902), by where their pointers lead: to an object's own, or to its pods'. */
export function enrolmentsByOperations(
  list: SequenceNode,
  target: MapNode | undefined,
): readonly EnrolmentFact[] {
  const kind = stringAt(target, ['kind']);
  const ownPath = ['metadata'];
  const ofNamespace = kind === undefined || kind === 'Namespace' ? marksBelow(list, ownPath) : nothing;
  const podPath = [
    ...((kind === undefined ? undefined : templatePathOf(kind)) ?? ['spec', 'template']),
    ...ownPath,
  ];
  const ofPods = kind === 'Namespace' ? nothing : marksBelow(list, podPath);
  return [
    ...enrolments(
      namespaceSignals(values(ofNamespace.labels), values(ofNamespace.annotations)),
      ofNamespace,
      {
        scope: 'namespace',
        namespace: plainName(target),
        workload: undefined,
      },
    ),
    ...enrolments(podSignals(values(ofPods.labels), values(ofPods.annotations)), ofPods, {
      scope: 'workload',
      namespace: stringAt(target, ['namespace']),
      workload: nameOfWorkload(target) ?? 'patched workloads',
    }),
  ];
}

const nothing: Marks = { labels: new Map(), annotations: new Map() };

function marksBelow(list: SequenceNode, metadata: KeyPath): Marks {
  return {
    labels: addedMarks(list, [...metadata, 'labels']),
    annotations: addedMarks(list, [...metadata, 'annotations']),
  };
}

function addedMarks(list: SequenceNode, field: KeyPath): ReadonlyMap<string, Mark> {
  const marks = list.items.flatMap((operation) => {
    const op = stringAt(operation, ['op']);
    const pointer = scalarAt(operation, 'path');
    const value = nodeAt(operation, ['value']);
    if ((op !== 'add' && op !== 'replace') || pointer === undefined || typeof value === 'string') return [];
    const keys = pointerKeys(pointer.text);
    if (!field.every((key, index) => keys[index] === key)) return [];
    return keys.length === field.length ? marksIn(value) : markAt(keys.slice(field.length), pointer, value);
  });
  return new Map(marks);
}

type NamedMark = readonly [key: string, mark: Mark];

/** A whole map of labels. */
function marksIn(value: YamlNode): readonly NamedMark[] {
  const map = resolve(value);
  if (map?.kind !== 'map') return [];
  return effectiveEntries(map).flatMap((entry): readonly NamedMark[] => {
    const text = knownText(entry.value);
    return text === undefined ? [] : [[keyName(entry.key), { value: text, entry }]];
  });
}

/** One label, whose key is the end of the pointer. */
function markAt(keys: KeyPath, pointer: ScalarNode, node: YamlNode): readonly NamedMark[] {
  const [key] = keys;
  const value = resolve(node);
  const text = knownText(node);
  if (key === undefined || keys.length !== 1 || value?.kind !== 'scalar' || text === undefined) return [];
  const isPathFirst = pointer.span.start < value.span.start;
  const entry = isPathFirst ? { key: pointer, value } : { key: value, value: pointer };
  return [[key, { value: text, entry }]];
}

function scalarAt(node: YamlNode, key: string): ScalarNode | undefined {
  const found = nodeAt(node, [key]);
  const scalar = typeof found === 'string' ? undefined : resolve(found);
  return scalar?.kind === 'scalar' ? scalar : undefined;
}
