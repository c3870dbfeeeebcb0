import type { Fact } from '../../facts/fact.ts';
import { knownMarks, type KnownMark } from '../../knowledge/marks.ts';
import type { MeshName, SignalPlace } from '../../knowledge/meshes.ts';
import { managedNamespaceOf } from '../../manifests/managed-namespace.ts';
import { objectsOf, type KubernetesObject } from '../../manifests/objects.ts';
import { podTemplateOf } from '../../manifests/workloads.ts';
import { keyName, mapAt, scalarOf } from '../../yaml/navigate.ts';
import type { MapNode } from '../../yaml/node.ts';
import { parseYaml } from '../../yaml/parse.ts';
import { ranks, type Completion } from './completion.ts';
import { probe, type KeyProbe, type ValueProbe } from './probe.ts';

/** Meshes that nobody starts with: offered where the workspace has them. */
const retired: ReadonlySet<MeshName> = new Set(['osm', 'app-mesh', 'nginx-service-mesh']);

/** The labels and annotations of meshes that fit at a place of a namespace or a pod, and their values. */
export function markItems(at: KeyProbe | ValueProbe, facts: readonly Fact[]): readonly Completion[] {
  const found = mapWithProbe(at.text);
  if (found === undefined) return [];
  const inUse = meshesIn(facts);
  const marks = knownMarks(found.place).filter(({ mesh }) => inUse.has(mesh) || !retired.has(mesh));
  const rank = ({ mesh }: KnownMark): number => (inUse.has(mesh) ? ranks.important : ranks.usual);
  if (at.kind === 'value') {
    return marks
      .filter(({ key }) => key === found.key)
      .flatMap((mark) => valuesOf(mark).map((value): Completion => markValue(mark, value, at)));
  }
  return marks
    .filter(({ key }) => !found.present.has(key))
    .map((mark) => ({
      label: mark.key,
      kind: 'mark',
      detail: mark.mesh,
      insert: at.hasColon ? [mark.key] : [`${mark.key}: `, { choices: valuesOf(mark).map(quoted) }],
      replace: at.replace,
      rank: rank(mark),
      topic: { kind: 'mark', key: mark.key },
    }));
}

function markValue(mark: KnownMark, value: string, at: ValueProbe): Completion {
  return {
    label: value,
    kind: 'value',
    detail: mark.mesh,
    insert: [`${at.lead}${quoted(value)}`],
    replace: at.replace,
    filterText: quoted(value),
    rank: ranks.value,
    topic: { kind: 'mark', key: mark.key, value },
  };
}

function valuesOf({ on, off }: KnownMark): readonly string[] {
  return [...(on === 'any' ? ['default'] : on), ...off];
}

/** Labels are texts: what YAML would read as something else is quoted. */
function quoted(value: string): string {
  return /^(?:true|false|yes|no|on|off|y|n|\d.*)$/i.test(value) ? `"${value}"` : value;
}

function meshesIn(facts: readonly Fact[]): ReadonlySet<MeshName> {
  return new Set(
    facts.flatMap((fact) => (fact.kind === 'enrolment' || fact.kind === 'mesh-sign' ? [fact.mesh] : [])),
  );
}

interface MarkedMap {
  readonly place: SignalPlace;
  /** The key that the probe is, or whose value it is. */
  readonly key: string;
  readonly present: ReadonlySet<string>;
}

/** The labels or annotations that the probe came to stand in. */
function mapWithProbe(text: string): MarkedMap | undefined {
  const objects = objectsOf(parseYaml(text)).flatMap((object) => [object, ...managedNamespaceOf(object)]);
  for (const object of objects) {
    for (const [place, map] of placesOf(object)) {
      const names = map.entries.map(({ key }) => keyName(key));
      const entry = map.entries.find(({ key, value }) => keyName(key) === probe || scalarOf(value) === probe);
      if (entry !== undefined) return { place, key: keyName(entry.key), present: new Set(names) };
    }
  }
  return undefined;
}

function placesOf(object: KubernetesObject): readonly (readonly [SignalPlace, MapNode])[] {
  const isNamespace = object.kind === 'Namespace' && object.apiVersion === 'v1';
  const metadata = isNamespace ? object.metadata : podTemplateOf(object)?.metadata;
  const scope = isNamespace ? 'namespace' : 'pod';
  const labels = mapAt(metadata, ['labels']);
  const annotations = mapAt(metadata, ['annotations']);
  return [
    ...(labels === undefined ? [] : [[`${scope}-label`, labels] as const]),
    ...(annotations === undefined ? [] : [[`${scope}-annotation`, annotations] as const]),
  ];
}
