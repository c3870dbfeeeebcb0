import type { Placed } from '../../facts/fact.ts';
import { knownMarks, type KnownMark } from '../../knowledge/marks.ts';
import type { MeshName } from '../../knowledge/meshes.ts';
import type { FileView } from '../file-view.ts';
import { ranks, type Completion, type Piece } from './completion.ts';
import { namesKnown } from './mark-names.ts';
import type { MarkPlace } from './mark-place.ts';
import type { KeyProbe, ValueProbe } from './probe.ts';

/** Meshes that nobody starts with: offered where the workspace has them. */
const retired: ReadonlySet<MeshName> = new Set(['osm', 'app-mesh', 'nginx-service-mesh']);

/** A label or annotation that fits, the values that it may have there, and how much it matters. */
export interface OfferedMark {
  readonly mark: KnownMark;
  readonly values: readonly string[];
  readonly rank: number;
}

/** The labels and annotations of meshes that fit at a place, those of the meshes in use before others. */
export function marksFor(
  { place, key, namespace, present }: MarkPlace,
  offset: number,
  view: FileView,
): readonly OfferedMark[] {
  const inUse = meshesIn(view.workspace.facts);
  return knownMarks(place)
    .filter((mark) => (key === undefined ? !present.has(mark.key) : key === mark.key))
    .filter(({ mesh }) => inUse.has(mesh) || !retired.has(mesh))
    .map((mark) => ({
      mark,
      values: [...namesKnown(mark.names, { uri: view.uri, offset, namespace }, view), ...mark.values],
      rank: inUse.has(mark.mesh) ? ranks.important : ranks.usual,
    }));
}

function meshesIn(facts: readonly Placed[]): ReadonlySet<MeshName> {
  return new Set(
    facts.flatMap(({ fact }) => (fact.kind === 'enrolment' || fact.kind === 'mesh-sign' ? [fact.mesh] : [])),
  );
}

/** Keys, or the values of one, in YAML. */
export function markItems(
  place: MarkPlace,
  at: KeyProbe | ValueProbe,
  view: FileView,
): readonly Completion[] {
  const { replace } = at;
  return marksFor(place, replace.start, view).flatMap(({ mark, values, rank }): readonly Completion[] =>
    at.kind === 'value'
      ? values.map((value, index) =>
          markValue(mark, value, { insert: `${at.lead}${quoted(value)}`, replace, index }),
        )
      : [markKey(mark, { insert: at.hasColon ? [mark.key] : entryOf(mark, values, at.tail), replace, rank })],
  );
}

function entryOf({ key }: KnownMark, values: readonly string[], tail: string): readonly Piece[] {
  const choices = values.map(quoted);
  return [`${key}: `, ...(choices.length === 0 ? [] : [{ choices }]), tail];
}

type Inserted = Pick<Completion, 'insert' | 'replace' | 'rank'>;

/** A key as it is offered. */
export function markKey({ key, mesh }: KnownMark, inserted: Inserted): Completion {
  return { label: key, kind: 'mark', detail: mesh, ...inserted, topic: { kind: 'mark', key } };
}

/** A value as it is offered, in the order in which it is known. */
export function markValue(
  { key, mesh }: KnownMark,
  value: string,
  {
    insert,
    replace,
    index,
  }: Pick<Completion, 'replace'> & { readonly insert: string; readonly index: number },
): Completion {
  return {
    label: value,
    kind: 'value',
    detail: mesh,
    insert: [insert],
    replace,
    rank: ranks.value + index / 100,
    topic: { kind: 'mark', key, value },
  };
}

/** Labels are texts: what YAML would read as something else is quoted. */
function quoted(value: string): string {
  return /^(?:true|false|yes|no|on|off|y|n|null|~|\d.*)$/i.test(value) ? `"${value}"` : value;
}
