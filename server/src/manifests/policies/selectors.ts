import type { LabelRequirement, LabelSelector } from '../../facts/labels.ts';
import type { PodSelector } from '../../facts/policy.ts';
import { effectiveEntries, keyName, knownText, lookUp, resolve, scalarOf } from '../../yaml/navigate.ts';
import type { MapNode, YamlNode } from '../../yaml/node.ts';
import { textAt } from '../objects.ts';
import { listAt } from './lists.ts';

/** Everything: a selector without requirements. */
export const everything: LabelSelector = { requirements: [], open: false };
/** A selector that only a template knows. */
export const unreadable: LabelSelector = { requirements: [], open: true };

/** The selector at a key; absent where the key is, or has no value. */
export function selectorAt(map: MapNode | undefined, key: string): LabelSelector | undefined {
  const found = map === undefined ? 'absent' : lookUp(map, key);
  if (found === 'absent') return undefined;
  if (found === 'unknown') return unreadable;
  return scalarOf(found.value) === null ? undefined : selectorOf(found.value);
}

/** A selector with `matchLabels` and `matchExpressions`, which must all be met. */
export function selectorOf(node: YamlNode): LabelSelector {
  const map = resolve(node);
  if (map?.kind !== 'map') return unreadable;
  const labels = matchLabels(map);
  const expressions = matchExpressions(map);
  return {
    requirements: [...labels.requirements, ...expressions.requirements],
    open: map.open || labels.open || expressions.open,
  };
}

function matchLabels(selector: MapNode): LabelSelector {
  const found = lookUp(selector, 'matchLabels');
  if (typeof found === 'string') return found === 'absent' ? everything : unreadable;
  const map = resolve(found.value);
  if (map?.kind !== 'map') return scalarOf(found.value) === null ? everything : unreadable;
  const requirements: LabelRequirement[] = [];
  let { open } = map;
  for (const { key, value } of effectiveEntries(map)) {
    const text = scalarOf(value) === null ? '' : knownText(value);
    if (text === undefined) open = true;
    else requirements.push({ key: keyName(key), operator: 'In', values: [text] });
  }
  return { requirements, open };
}

function matchExpressions(selector: MapNode): LabelSelector {
  const list = listAt(selector, 'matchExpressions');
  if (list.kind !== 'list') return list.kind === 'absent' ? everything : unreadable;
  const requirements = list.items.map(requirementOf);
  return {
    requirements: requirements.filter((requirement) => requirement !== undefined),
    open: list.open || requirements.includes(undefined),
  };
}

function requirementOf(item: YamlNode): LabelRequirement | undefined {
  const map = resolve(item);
  if (map?.kind !== 'map' || map.open) return undefined;
  const key = textAt(map, 'key');
  const operator = operators.find((name) => name === textAt(map, 'operator'));
  const list = listAt(map, 'values');
  const values = list.kind === 'list' ? list.items.map(knownText) : [];
  const isReadable = list.kind !== 'unknown' && !(list.kind === 'list' && list.open);
  if (key === undefined || operator === undefined || !isReadable || values.includes(undefined))
    return undefined;
  return { key, operator, values: values.filter((value) => value !== undefined) };
}

const operators = ['In', 'NotIn', 'Exists', 'DoesNotExist'] as const;

const namespaceName = 'kubernetes.io/metadata.name';
const podNamespace = 'io.kubernetes.pod.namespace';
const namespaceLabels = 'io.cilium.k8s.namespace.labels.';
const clusterName = 'io.cilium.k8s.policy.cluster';

/**
 * A selector of Cilium's endpoints (https://docs.cilium.io/en/stable/security/policy/kubernetes/#namespaces): labels have
 * a source in front, and some of them are those of the namespace.
 *
 * @param otherwise the namespaces that it is for where it names none
 */
export function endpointSelector(
  { requirements, open }: LabelSelector,
  otherwise: PodSelector['namespaces'],
): PodSelector {
  const own: LabelRequirement[] = [];
  const ofNamespace: LabelRequirement[] = [];
  let isOpen = open;
  for (const requirement of requirements) {
    const key = requirement.key.replace(/^(?:k8s|any):/, '');
    if (key === podNamespace) ofNamespace.push({ ...requirement, key: namespaceName });
    else if (key.startsWith(namespaceLabels)) {
      ofNamespace.push({ ...requirement, key: key.slice(namespaceLabels.length) });
    } else if (key === clusterName || isOfOtherSource(key)) isOpen = true;
    else own.push({ ...requirement, key });
  }
  return {
    pods: { requirements: own, open: isOpen },
    namespaces: ofNamespace.length === 0 ? otherwise : { requirements: ofNamespace, open: false },
  };
}

/** Labels that no manifest shows, such as `container:image=…`. Those of `reserved:` are no pods' at all. */
function isOfOtherSource(key: string): boolean {
  return key.includes(':') && !key.startsWith('reserved:');
}
