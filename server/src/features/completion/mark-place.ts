import type { Fact } from '../../facts/fact.ts';
import { waypointKeys, type MarkedPlace } from '../../knowledge/marks.ts';
import { objectsOf } from '../../manifests/objects.ts';
import { keyName, mapAt } from '../../yaml/navigate.ts';
import { parseYaml } from '../../yaml/parse.ts';
import { keyPathAt } from '../key-path-at.ts';
import { mapAround } from '../map-around.ts';
import { probe, type KeyProbe, type ValueProbe } from './probe.ts';

/** Labels or annotations among which something is written. */
export interface MarkPlace {
  readonly place: MarkedPlace;
  readonly namespace: string | undefined;
  /** The key whose value is written; absent where a key is. */
  readonly key: string | undefined;
  /** The keys that are there already. */
  readonly present: ReadonlySet<string>;
}

type FactsIn = (text: string) => readonly Fact[];

/** The labels or annotations that a probe stands among, in a manifest, in values of a chart, in a patch. */
export function markPlaceOf(at: KeyProbe | ValueProbe, factsIn: FactsIn): MarkPlace | undefined {
  if (!isAmongMarks(at.text, at.replace.start)) return undefined;
  return at.kind === 'value' ? placeOfValue(at, factsIn) : placeOfKey(at, factsIn);
}

function placeOfValue(at: ValueProbe, factsIn: FactsIn): MarkPlace | undefined {
  const present = new Set<string>();
  const facts = factsIn(at.text);
  for (const fact of facts) {
    if (fact.kind === 'mesh-mark' && fact.value === probe) return { ...fact, present };
    if (fact.kind === 'waypoint' && fact.name === probe) {
      const key = waypointKeys.find((name) => at.text.slice(fact.span.start, fact.span.end).includes(name));
      return { place: 'service-label', namespace: fact.namespace, key, present };
    }
  }
  return placeInKustomization(at.text, at.replace.start, facts);
}

/** What a kustomization puts on all that it builds. Most of what meshes look for there is for namespaces. */
function placeInKustomization(text: string, offset: number, facts: readonly Fact[]): MarkPlace | undefined {
  if (!facts.some((fact) => fact.kind === 'kustomization' && fact.role !== 'applier')) return undefined;
  const path = keyPathAt(text, offset) ?? [];
  const [first = ''] = path;
  const place = first === 'labels' && path[2] !== 'pairs' ? undefined : placesInKustomization.get(first);
  return place && { place, namespace: undefined, key: path.at(-1), present: new Set() };
}

const placesInKustomization: ReadonlyMap<string, MarkedPlace> = new Map([
  ['labels', 'namespace-label'],
  ['commonLabels', 'namespace-label'],
  ['commonAnnotations', 'pod-annotation'],
]);

/** Some mesh looks for it in every place. A key that no mesh looks for is no fact, so it stands for the probe. */
const lookedForEverywhere = 'kuma.io/sidecar-injection';

function placeOfKey(at: KeyProbe, factsIn: FactsIn): MarkPlace | undefined {
  const text = at.text.replace(probeAsKey, (_, colon: string | undefined) =>
    colon === undefined ? lookedForEverywhere : `${lookedForEverywhere}: x`,
  );
  const { start } = at.replace;
  const isHere = ({ span }: { readonly span: Fact['span'] }): boolean =>
    span.start <= start && start <= span.end;
  const facts = factsIn(text);
  const mark = facts.find((fact) => fact.kind === 'mesh-mark' && isHere(fact));
  const found = mark?.kind === 'mesh-mark' ? mark : placeInKustomization(text, start, facts);
  if (found !== undefined) return { ...found, key: undefined, present: keysAround(text, start) };
  if (!mayServe.test(text)) return undefined;
  const service = objectsOf(parseYaml(text)).find(
    ({ kind, root, metadata }) =>
      servedKinds.has(kind) && isHere(root) && isHere(mapAt(metadata, ['labels']) ?? nowhere),
  );
  const { namespace } = service ?? {};
  return service && { place: 'service-label', namespace, key: undefined, present: keysAround(text, start) };
}

function keysAround(text: string, offset: number): ReadonlySet<string> {
  const names = mapAround(text, offset)?.entries.map(({ key }) => keyName(key)) ?? [];
  return new Set(names.filter((name) => name !== lookedForEverywhere));
}

/** The probe, with the colon where no value stands behind it, or the one that the probe brought along. */
const probeAsKey = new RegExp(`${probe}(:(?: 0)?(?=[ \\t]*(?:[,}#\\r\\n]|$)))?`);

/** What calls go to by way of a waypoint, besides pods. */
const servedKinds: ReadonlySet<string> = new Set(['Service', 'ServiceEntry']);
const mayServe = /\bkind:[ \t]*["']?Service/;
const nowhere = { span: { start: -1, end: -1 } };

/** Whether the line stands in labels or annotations of something. Spares reading all other files. */
function isAmongMarks(text: string, offset: number): boolean {
  const lines = text.slice(0, offset).split('\n');
  const line = lines.at(-1) ?? '';
  if (marksKey.test(line)) return true;
  const indent = indentOf(line);
  for (const above of lines.slice(0, -1).toReversed()) {
    if (above.trim() === '' || above.trimStart().startsWith('#') || indentOf(above) >= indent) continue;
    return marksKey.test(above);
  }
  return false;
}

/** `labels:`, `podAnnotations:`, `pairs:` of a kustomization, with or without a brace behind it. */
const marksKey = /^[ \t]*(?:- +)*["']?(?:\w*(?:[lL]abels|[aA]nnotations)|pairs)["']?:/;

function indentOf(line: string): number {
  return /^[ \t]*/.exec(line)?.[0].length ?? 0;
}
