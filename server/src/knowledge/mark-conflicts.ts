import data from '../../../schemas/mesh/signals.json' with { type: 'json' };
import { meshNames, signalPlaces, signalsAt, type MeshName, type SignalPlace } from './meshes.ts';
import { oneOf } from './one-of.ts';

/** A label or annotation with what it says. */
export interface PlacedValue {
  readonly place: SignalPlace;
  readonly key: string;
  readonly value: string;
}

/** Two marks of one object of which the mesh reads only one. */
export interface MarkConflict {
  readonly mesh: MeshName;
  /** What the one that counts says: in or out. */
  readonly enrolls: boolean;
  /** An installation without a default revision, whose pods get no sidecar at all beside the one that counts. */
  readonly starved: string | undefined;
}

const starvedRevision = new RegExp(data.blockedRevisions.pattern);

/**
 * Whether the first of two marks of one object leaves the second without effect although they do not say the same.
 *
 * @param namespace the name of the object's namespace, if it is known: meshes never inject into some
 */
export function conflictOf(
  winner: PlacedValue,
  loser: PlacedValue,
  namespace: string | undefined,
): MarkConflict | undefined {
  const row = data.conflicts.find(({ wins, loses }) => isAt(winner, wins) && isAt(loser, loses));
  if (row === undefined || row.exceptNamespaces.some((name) => name === namespace)) return undefined;
  const enrolls = signalsAt(winner.place, winner.key, winner.value)[0]?.enrolled;
  if (enrolls === undefined) return undefined;
  const isMeant = row.unless === 'out' ? !enrolls : enrolls !== isOut(loser);
  if (isMeant) return undefined;
  const isStarved = row.unless === 'out' && starvedRevision.test(loser.value);
  return {
    mesh: oneOf(meshNames, row.mesh),
    enrolls,
    starved: isStarved ? data.blockedRevisions.title : undefined,
  };
}

function isAt(
  { place, key }: PlacedValue,
  wanted: { readonly place: string; readonly key: string },
): boolean {
  return oneOf(signalPlaces, wanted.place) === place && wanted.key === key;
}

function isOut({ place, key, value }: PlacedValue): boolean {
  return signalsAt(place, key, value).some(({ enrolled }) => !enrolled);
}
