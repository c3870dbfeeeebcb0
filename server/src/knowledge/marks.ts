import words from '../../../schemas/mesh/marks.json' with { type: 'json' };
import signals from '../../../schemas/mesh/signals.json' with { type: 'json' };
import { meshNames, type MeshName, type SignalPlace } from './meshes.ts';
import { oneOf } from './one-of.ts';

/** What a label or annotation of a mesh does, in Markdown. */
export interface MarkWords {
  readonly key: string;
  readonly summary: string;
  readonly notes: readonly string[];
  /** Names of the rules that go by it. */
  readonly rules: readonly string[];
  /** The page of the mesh that describes it. */
  readonly page: string;
}

/** The words for a label or annotation; absent for one that is none of a mesh. */
export function markWords(key: string): MarkWords | undefined {
  const row = words.marks.find((candidate) => candidate.key === key);
  if (row === undefined) return undefined;
  const { summary, notes, rules, source } = row;
  return { key, summary, notes, rules, page: source };
}

/** Where a label or annotation of a mesh may stand: also on what a mesh finds a waypoint for. */
export type MarkedPlace = SignalPlace | 'service-label';

/** A label or annotation that a mesh looks for in one place, and what it may say there. */
export interface KnownMark {
  readonly mesh: MeshName;
  readonly key: string;
  /** The values that are known, those that say yes before those that say no. */
  readonly values: readonly string[];
  /** The value may be the name of something: a waypoint, a revision. */
  readonly names: 'waypoint' | 'revision' | undefined;
}

/** The labels or annotations that meshes look for in a place, each once. */
export function knownMarks(place: MarkedPlace): readonly KnownMark[] {
  const ofSignals = signals.signals
    .filter((row) => row.place === place)
    .map(({ mesh, key, on, off }): KnownMark => {
      const values = [on, off].flatMap((own) => (typeof own === 'string' ? [] : own));
      const names = key === revisionKey ? 'revision' : undefined;
      return { mesh: oneOf(meshNames, mesh), key, values, names };
    });
  const { places, labels, noneValue } = signals.waypoints;
  const ofWaypoints = (places.includes(place) ? labels : []).map((key): KnownMark => ({
    mesh: 'istio',
    key,
    values: [noneValue],
    names: 'waypoint',
  }));
  return [...ofSignals, ...ofWaypoints];
}

/** The label that names a revision, or a tag of one. */
export const revisionKey = 'istio.io/rev';

/** The labels that ask for a waypoint. */
export const waypointKeys: readonly string[] = signals.waypoints.labels;

/** What a waypoint and a revision are called by who installs them without a name. */
export const usualNames = { waypoint: signals.waypoints.usualName, revision: 'default' } as const;
