import { effectiveEntries, keyName, mapAt, resolve, stringAt } from '../yaml/navigate.ts';
import { parseEmbedded } from '../yaml/embedded.ts';
import type { KeyPath, MapNode, ScalarNode, YamlNode } from '../yaml/node.ts';
import type { Marks } from './enrolment.ts';
import { marksOf } from './objects.ts';

/** Labels and annotations that values of a chart, or an operator's resource, ask for on pods. */
export interface PodMarks {
  readonly marks: Marks;
  /** Keys from the root of the values, or of the object, to what the pods belong to; empty for all of a chart's. */
  readonly part: KeyPath;
  /** Where the maps stand: in a document, or in the document that a scalar of it holds. */
  readonly at: {
    readonly within: { readonly document: number; readonly path: KeyPath } | undefined;
    readonly document: number;
    readonly labels: KeyPath;
    readonly annotations: KeyPath;
  };
}

/** What a search goes through, and where it is. */
interface Place {
  readonly text: string;
  readonly document: number;
  readonly within: { readonly document: number; readonly path: KeyPath } | undefined;
  readonly path: KeyPath;
  readonly part: KeyPath;
}

/** Deeper than values are nested, those in the text of an Application included. */
const maxDepth = 25;
/** `podLabels`, `extraPodAnnotations`; not those of a PodMonitor or a PodDisruptionBudget. */
const ofPods =
  /^((?:extra|additional|default|common|custom)?pod(?:extra|additional|common|custom|template|metadata)?)(labels|annotations)$/i;
/** Maps with `labels` and `annotations` of pods, or with a `metadata` that has them. */
const podMaps = /^(?:pod|podTemplate|podMetadata|podOptions|defaultPodOptions)$/;
/** Below these a chart's values begin. */
const valuesKeys = /^values(?:Object|Content|Inline|Template)?$/;

/**
 * Labels and annotations of pods by the names that charts and operators give them, anywhere below a node, also in YAML
 * that stands as text.
 *
 * @param mayMatter whether a text can hold a label that anybody reads
 */
export function podsInValues(
  text: string,
  document: number,
  root: MapNode,
  mayMatter: (text: string) => boolean,
): readonly PodMarks[] {
  return below(root, { text, document, within: undefined, path: [], part: [] }, mayMatter);
}

function below(node: YamlNode, place: Place, mayMatter: (text: string) => boolean): readonly PodMarks[] {
  if (place.path.length > maxDepth) return [];
  switch (node.kind) {
    case 'map':
      return [
        ...stems(node).map((stem) => fromStem(node, stem, place)),
        ...node.entries.flatMap(({ key, value }) => {
          const name = keyName(key);
          const inner = { ...place, path: [...place.path, name], part: partBelow(place, name) };
          const own = podMaps.test(name) ? fromPodMap(resolve(value), place, inner.path) : [];
          return [...own, ...below(value, inner, mayMatter)];
        }),
      ];
    case 'sequence':
      return node.items.flatMap((item, index) =>
        below(item, { ...place, path: [...place.path, String(index)] }, mayMatter),
      );
    case 'scalar':
      return place.within === undefined && mayMatter(node.text) ? inText(node, place, mayMatter) : [];
    case 'alias':
      return [];
  }
}

function partBelow({ part }: Place, name: string): KeyPath {
  return valuesKeys.test(name) || name === 'global' ? [] : [...part, name];
}

/** YAML in a block scalar. Manifests there are read for themselves. */
function inText(
  scalar: ScalarNode,
  { text, document, path }: Place,
  mayMatter: (text: string) => boolean,
): readonly PodMarks[] {
  if (scalar.style !== 'literal' && scalar.style !== 'folded') return [];
  return parseEmbedded(text, scalar).documents.flatMap(({ index, root: node }) => {
    const root = resolve(node);
    if (root?.kind !== 'map' || isObject(root)) return [];
    return below(root, { text, document: index, within: { document, path }, path: [], part: [] }, mayMatter);
  });
}

/** Values never carry both of these; a manifest always does. */
export function isObject(root: MapNode): boolean {
  return stringAt(root, ['apiVersion']) !== undefined && stringAt(root, ['kind']) !== undefined;
}

/** What stands before `Labels` and `Annotations` in the keys of a map. */
function stems(map: MapNode): readonly string[] {
  return [...new Set(effectiveEntries(map).flatMap(({ key }) => ofPods.exec(keyName(key))?.[1] ?? []))];
}

function fromStem(map: MapNode, stem: string, place: Place): PodMarks {
  const [labels, annotations] = [`${stem}Labels`, `${stem}Annotations`];
  return podMarks(map, labels, annotations, place, place.path);
}

function fromPodMap(map: ReturnType<typeof resolve>, place: Place, path: KeyPath): readonly PodMarks[] {
  if (map?.kind !== 'map') return [];
  const metadata = mapAt(map, ['metadata']);
  return [
    podMarks(map, 'labels', 'annotations', place, path),
    ...(metadata === undefined
      ? []
      : [podMarks(metadata, 'labels', 'annotations', place, [...path, 'metadata'])]),
  ];
}

function podMarks(
  map: MapNode,
  labels: string,
  annotations: string,
  { document, within, part }: Place,
  path: KeyPath,
): PodMarks {
  return {
    marks: { labels: marksOf(map, labels), annotations: marksOf(map, annotations) },
    part,
    at: { document, within, labels: [...path, labels], annotations: [...path, annotations] },
  };
}
