import { definitionsInTasks } from './ansible-tasks.ts';
import { effectiveEntries, itemsAt, knownText, mapAt, nodeAt, resolve } from '../yaml/navigate.ts';
import type { KeyPath, MapEntry, MapNode, Span, YamlNode, YamlStream } from '../yaml/node.ts';

/** A Kubernetes object of a YAML stream, so far as every kind has the same parts. */
export interface KubernetesObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string | undefined;
  readonly namespace: string | undefined;
  readonly metadata: MapNode | undefined;
  /** The value of its name, or the whole object where it has none. */
  readonly nameSpan: Span;
  readonly root: MapNode;
  /** Where its `metadata` is written, for edits; absent where the object is not told of by the keys of a document. */
  readonly metadataAt: ObjectPlace | undefined;
}

/** A map of a stream. */
export interface ObjectPlace {
  /** 0-based index of the YAML document. */
  readonly document: number;
  /** Keys from the document's root. */
  readonly path: KeyPath;
}

/**
 * The objects of a stream, the items of a `List` included (not of a list in a list, which nobody writes and aliases could
 * blow up), and those that tasks of Ansible apply. What is not an object, or only a template knows, is left out.
 */
export function objectsOf(stream: YamlStream): readonly KubernetesObject[] {
  let objects = known.get(stream);
  if (objects === undefined) {
    objects = objectsAmong(stream);
    known.set(stream, objects);
  }
  return objects;
}

/** Most readers of manifests ask for the same. */
const known = new WeakMap<YamlStream, readonly KubernetesObject[]>();

function objectsAmong(stream: YamlStream): readonly KubernetesObject[] {
  return stream.documents.flatMap(({ index: document, root }) => {
    const object = objectAt(root, { document, path: [] });
    return object?.kind.endsWith('List') === true
      ? itemsAt(root, ['items']).flatMap(
          (item, index) => objectAt(item, { document, path: ['items', String(index)] }) ?? [],
        )
      : [
          ...(object === undefined ? [] : [object]),
          ...definitionsInTasks(root).flatMap((node) => objectAt(node) ?? []),
        ];
  });
}

function objectAt(node: YamlNode | undefined, place?: ObjectPlace): KubernetesObject | undefined {
  const root = resolve(node);
  if (root?.kind !== 'map') return undefined;
  const apiVersion = textAt(root, 'apiVersion');
  const kind = textAt(root, 'kind');
  if (apiVersion === undefined || kind === undefined) return undefined;
  const metadata = mapAt(root, ['metadata']);
  const nameNode = nodeAt(metadata, ['name']);
  return {
    apiVersion,
    kind,
    name: textAt(metadata, 'name'),
    namespace: textAt(metadata, 'namespace'),
    metadata,
    nameSpan: typeof nameNode === 'string' ? root.span : nameNode.span,
    root,
    metadataAt: place && { document: place.document, path: [...place.path, 'metadata'] },
  };
}

/** The text of the scalar at a key, as Kubernetes would read a string there; absent where a template stands. */
export function textAt(map: MapNode | undefined, key: string): string | undefined {
  return knownText(nodeAt(map, [key]));
}

/** A label or annotation: its value, and the entry as written. */
export interface Mark {
  readonly value: string;
  readonly entry: MapEntry;
}

/** The known labels or annotations of a `metadata` map, or of another map that has some at a key. */
export function marksOf(metadata: MapNode | undefined, field: string): ReadonlyMap<string, Mark> {
  const marks = new Map<string, Mark>();
  const map = mapAt(metadata, [field]);
  for (const entry of map === undefined ? [] : effectiveEntries(map)) {
    const value = knownText(entry.value);
    if (value !== undefined) marks.set(entry.key.text, { value, entry });
  }
  return marks;
}

/** The place of a label or annotation with its value. */
export function spanOf({ entry }: Mark): Span {
  return { start: entry.key.span.start, end: entry.value.span.end };
}

/** The API group of an object, without its version; empty for the core group. */
export function groupOf({ apiVersion }: KubernetesObject): string {
  return apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : '';
}
