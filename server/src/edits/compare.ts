import { keyName } from '../yaml/navigate.ts';
import type { KeyPath, MapEntry, MapNode, SequenceNode, YamlNode } from '../yaml/node.ts';
import { parseYaml } from '../yaml/parse.ts';

/**
 * Whether two trees say the same, but for what stands at some paths.
 *
 * Maps above these paths may be missing on one side, as long as they hold nothing else. Aliases are the same if
 * their names are and what they stand for is; each pair of nodes is compared once, so that they cannot explode.
 */
export function sameExcept(
  one: YamlNode | undefined,
  other: YamlNode | undefined,
  paths: readonly KeyPath[],
): boolean {
  return compare(one, other, paths, new Map());
}

/** Whether two trees say the same. */
export function same(one: YamlNode | undefined, other: YamlNode | undefined): boolean {
  return compare(one, other, [], new Map());
}

type Compared = Map<YamlNode, Set<YamlNode>>;

function compare(
  one: YamlNode | undefined,
  other: YamlNode | undefined,
  paths: readonly KeyPath[],
  compared: Compared,
): boolean {
  if (paths.some((path) => path.length === 0)) return true;
  if (paths.length > 0) return compareAlong(one, other, paths, compared);
  if (one === undefined || other === undefined) return one === other;
  const before = compared.get(one) ?? new Set();
  if (before.has(other)) return true;
  compared.set(one, before.add(other));
  return one.anchor === other.anchor && compareNodes(one, other, compared);
}

function compareNodes(one: YamlNode, other: YamlNode, compared: Compared): boolean {
  if (one.kind === 'scalar' && other.kind === 'scalar') {
    if (one.value.kind === 'unknown' || other.value.kind === 'unknown') {
      return one.value.kind === other.value.kind && one.text === other.text;
    }
    return Object.is(one.value.value, other.value.value) && one.tag === other.tag;
  }
  if (one.kind === 'alias' && other.kind === 'alias') {
    return one.name === other.name && compare(one.target, other.target, [], compared);
  }
  if (one.kind === 'map' && other.kind === 'map') {
    return one.open === other.open && compareEntries(one.entries, other.entries, compared);
  }
  if (one.kind === 'sequence' && other.kind === 'sequence') {
    return one.open === other.open && compareItems(one, other, [], compared);
  }
  return false;
}

function compareEntries(one: readonly MapEntry[], other: readonly MapEntry[], compared: Compared): boolean {
  return (
    one.length === other.length &&
    one.every((entry, index) => {
      const twin = other[index];
      return (
        twin !== undefined &&
        keyName(entry.key) === keyName(twin.key) &&
        entry.key.conditional === twin.key.conditional &&
        compare(entry.value, twin.value, [], compared)
      );
    })
  );
}

function compareItems(
  one: SequenceNode,
  other: SequenceNode,
  paths: readonly KeyPath[],
  compared: Compared,
): boolean {
  return (
    one.items.length === other.items.length &&
    one.items.every((item, index) => compare(item, other.items[index], below(paths, String(index)), compared))
  );
}

function compareAlong(
  one: YamlNode | undefined,
  other: YamlNode | undefined,
  paths: readonly KeyPath[],
  compared: Compared,
): boolean {
  if (one?.kind === 'sequence' && other?.kind === 'sequence')
    return compareItems(one, other, paths, compared);
  const oneMap = asMap(one);
  const otherMap = asMap(other);
  if (oneMap === undefined || otherMap === undefined) return compare(one, other, [], compared);
  const isAside = ({ key }: MapEntry): boolean => below(paths, keyName(key)).length === 0;
  if (!compareEntries(oneMap.entries.filter(isAside), otherMap.entries.filter(isAside), compared))
    return false;
  const keys = new Set(paths.flatMap((path) => path.slice(0, 1)));
  return [...keys].every((key) =>
    compare(valueOf(oneMap, key), valueOf(otherMap, key), below(paths, key), compared),
  );
}

/** The paths that go on below a key. */
function below(paths: readonly KeyPath[], key: string): readonly KeyPath[] {
  return paths.filter((path) => path[0] === key).map((path) => path.slice(1));
}

const emptyMap: Pick<MapNode, 'entries'> = { entries: [] };

/** A map, or what can become one or be left of one: nothing, or null. */
function asMap(node: YamlNode | undefined): Pick<MapNode, 'entries'> | undefined {
  if (node === undefined) return emptyMap;
  if (node.kind === 'map') return node;
  return node.kind === 'scalar' && node.value.kind === 'known' && node.value.value === null
    ? emptyMap
    : undefined;
}

function valueOf(map: Pick<MapNode, 'entries'>, key: string): YamlNode | undefined {
  return map.entries.findLast((entry) => keyName(entry.key) === key)?.value;
}

/** Whether two texts say the same as YAML: the same documents, comments and layout aside. */
export function sameDocuments(one: string, other: string): boolean {
  const [left, right] = [parseYaml(one).documents, parseYaml(other).documents];
  return (
    left.length === right.length &&
    left.every((document, index) => {
      const twin = right[index];
      return twin?.problems.length === document.problems.length && same(document.root, twin.root);
    })
  );
}
