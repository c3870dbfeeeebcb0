import type { KustomizationFact } from '../../facts/kustomization.ts';
import {
  effectiveEntries,
  itemsAt,
  keyName,
  knownText,
  nodeAt,
  resolve,
  scalarOf,
} from '../../yaml/navigate.ts';
import type { KeyPath, MapNode, YamlNode } from '../../yaml/node.ts';

/** The namespace that stands at a key, as a part of the fact. */
export function namespaceAt(
  root: MapNode,
  path: KeyPath,
  isDefault: boolean,
): Pick<KustomizationFact, 'namespace'> {
  const found = nodeAt(root, path);
  if (found === 'absent' || scalarOf(found) === null || scalarOf(found) === '') return {};
  return { namespace: { name: knownText(found), isDefault } };
}

/**
 * The labels that a kustomization puts on the pods of everything: `commonLabels`, and of `labels` those that say so
 * (https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/labels/).
 */
export function podLabelsOf(root: MapNode): Pick<KustomizationFact, 'podLabels'> {
  const forPods = itemsAt(root, ['labels']).filter((item) =>
    ['includeTemplates', 'includeSelectors'].some((key) => scalarOf(nodeAt(item, [key])) === true),
  );
  const maps = [nodeAt(root, ['commonLabels']), ...forPods.map((item) => nodeAt(item, ['pairs']))];
  const entries = maps.flatMap(entriesOf);
  if (entries.length === 0) return {};
  const known = entries.flatMap(([key, value]) => (value === undefined ? [] : [[key, value] as const]));
  const unknown = entries.flatMap(([key, value]) => (value === undefined ? [key] : []));
  return { podLabels: { known: Object.fromEntries(known), unknown, open: false } };
}

function entriesOf(
  found: YamlNode | 'absent' | 'unknown',
): readonly (readonly [key: string, value: string | undefined])[] {
  const map = typeof found === 'string' ? undefined : resolve(found);
  if (map?.kind !== 'map') return [];
  return effectiveEntries(map).map(({ key, value }) => [keyName(key), knownText(value)] as const);
}
