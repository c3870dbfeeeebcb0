import type { Fact, Placed } from '../facts/fact.ts';
import type { LabelSet } from '../facts/labels.ts';
import { pathOf } from '../source/file.ts';
import type { KustomizationGraph, KustomizationNode } from './kustomizations/graph.ts';
import { variantsOf, type Variant } from './kustomizations/variants.ts';
import { isSame } from './same.ts';

/** What becomes of the objects of a file, by its decoded path, on their way into a cluster. */
export type Kustomized = (path: string) => Kustomization | undefined;

/** What kustomizations make of the objects of one file. */
export interface Kustomization {
  /** The namespace of an object that names this one, or none; absent where several ways lead to several. */
  readonly namespaceOf: (written: string | undefined) => string | undefined;
  /** Labels that are put on pods. */
  readonly podLabels: LabelSet;
}

/** Asks the kustomizations of a workspace; each file is looked into once. */
export function kustomizedBy(graph: KustomizationGraph, isOff: (path: string) => boolean): Kustomized {
  if (!graph.nodes.some(({ fact }) => fact.namespace !== undefined || fact.podLabels !== undefined)) {
    return () => undefined;
  }
  const known = new Map<string, Kustomization | undefined>();
  return (path) => {
    if (!known.has(path)) known.set(path, kustomizationOf(variantsOf(path, graph, isOff)));
    return known.get(path);
  };
}

function kustomizationOf(variants: readonly Variant[]): Kustomization | undefined {
  const passed = variants.flat();
  const labels = passed.flatMap(({ fact }) => fact.podLabels ?? []);
  if (labels.length === 0 && passed.every(({ fact }) => fact.namespace === undefined)) return undefined;
  return {
    namespaceOf: (written) => {
      const names = new Set(variants.map((variant) => namespaceThrough(variant, written)));
      return names.size === 1 ? [...names][0] : undefined;
    },
    podLabels: commonLabels(variants.map(labelsThrough)),
  };
}

/**
 * The namespace in the end: each kustomization overrules what was before it, an Application of Argo CD only fills in
 * (https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/namespace/).
 */
function namespaceThrough(variant: Variant, written: string | undefined): string | undefined {
  return variant.reduce<string | undefined>((name, { fact: { namespace } }) => {
    if (namespace === undefined) return name;
    return namespace.isDefault ? (name ?? namespace.name) : namespace.name;
  }, written);
}

function labelsThrough(variant: readonly KustomizationNode[]): LabelSet {
  const sets = variant.flatMap(({ fact }) => fact.podLabels ?? []);
  return {
    known: Object.fromEntries(sets.flatMap(({ known }) => Object.entries(known))),
    unknown: sets.flatMap(({ unknown }) => unknown),
    open: false,
  };
}

/** Labels that are put on pods in one way and not, or otherwise, in another are unknown. */
function commonLabels(ways: readonly LabelSet[]): LabelSet {
  const keys = new Set(ways.flatMap(({ known, unknown }) => [...Object.keys(known), ...unknown]));
  const isCommon = (key: string): boolean =>
    ways.every(({ known, unknown }) => known[key] === ways[0]?.known[key] && !unknown.includes(key));
  return {
    known: Object.fromEntries(
      [...keys].flatMap((key) => (isCommon(key) ? [[key, ways[0]?.known[key] ?? '']] : [])),
    ),
    unknown: [...keys].filter((key) => !isCommon(key)),
    open: false,
  };
}

/**
 * A fact as the cluster sees it, once the kustomizations have passed over its file: the same object for as long as they make
 * the same of it, whatever else they change.
 */
export function asKustomized(placed: Placed, kustomized: Kustomized): Placed {
  if (!isOfNamespace(placed.fact)) return placed;
  const kustomization = kustomized(pathOf(placed.uri));
  if (kustomization === undefined) return placed;
  const fact = changed(placed.fact, kustomization);
  const before = madeBefore.get(placed);
  if (before !== undefined && isSame(before.fact, fact)) return before;
  const made = { uri: placed.uri, fact };
  madeBefore.set(placed, made);
  return made;
}

/** What became of a fact the last time that a kustomization changed it. */
const madeBefore = new WeakMap<Placed, Placed>();

type NamespacedFact = Extract<Fact, { readonly kind: (typeof namespaced)[number] }>;

const namespaced = [
  'enrolment',
  'mesh-mark',
  'mesh-policy',
  'mesh-resource',
  'namespace',
  'network-policy',
  'peer-authentication',
  'service',
  'waypoint',
  'workload',
] as const;
const kinds: ReadonlySet<string> = new Set(namespaced);

function isOfNamespace(fact: Fact): fact is NamespacedFact {
  return kinds.has(fact.kind);
}

function changed(fact: NamespacedFact, { namespaceOf, podLabels }: Kustomization): Fact {
  switch (fact.kind) {
    case 'namespace':
      return { ...fact, name: namespaceOf(fact.name) ?? fact.name };
    case 'enrolment':
    case 'mesh-mark': {
      const namespace = namespaceOf(fact.namespace);
      // Namespaces that are not what they are called may be any: better stay with what is written.
      return { ...fact, namespace: isOfNamespaceItself(fact) ? (namespace ?? fact.namespace) : namespace };
    }
    case 'network-policy':
      if (fact.resource === 'CiliumClusterwideNetworkPolicy') return fact;
      return { ...fact, namespace: namespaceOf(fact.namespace) };
    case 'workload':
      return { ...fact, namespace: namespaceOf(fact.namespace), labels: withLabels(fact.labels, podLabels) };
    default:
      return { ...fact, namespace: namespaceOf(fact.namespace) };
  }
}

function isOfNamespaceItself(fact: { readonly workload: string | undefined }): boolean {
  return fact.workload === undefined;
}

function withLabels(own: LabelSet, added: LabelSet): LabelSet {
  const unknown = new Set([...own.unknown.filter((key) => !(key in added.known)), ...added.unknown]);
  const known = Object.entries({ ...own.known, ...added.known }).filter(([key]) => !unknown.has(key));
  return { known: Object.fromEntries(known), unknown: [...unknown], open: own.open };
}
