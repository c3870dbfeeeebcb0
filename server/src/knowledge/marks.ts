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

/** A label or annotation that a mesh looks for in one place, and what it may say there. */
export interface KnownMark {
  readonly mesh: MeshName;
  readonly key: string;
  /** `any`: every value is a yes, such as the name of a revision. */
  readonly on: readonly string[] | 'any';
  readonly off: readonly string[];
}

/** The labels or annotations that meshes look for in a place, each once. */
export function knownMarks(place: SignalPlace): readonly KnownMark[] {
  return signals.signals
    .filter((row) => row.place === place)
    .map(({ mesh, key, on, off }) => ({
      mesh: oneOf(meshNames, mesh),
      key,
      on: typeof on === 'string' ? 'any' : on,
      off: typeof off === 'string' ? [] : off,
    }));
}

/** The places in which meshes look for a key. */
export function placesOfMark(key: string): readonly string[] {
  return signals.signals.filter((row) => row.key === key).map(({ place }) => place);
}
