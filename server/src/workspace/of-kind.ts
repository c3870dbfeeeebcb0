import type { Fact, Placed } from '../facts/fact.ts';
import { groupBy } from './group.ts';
import { remembered } from './remembered.ts';

type OfKind<Kind extends Fact['kind']> = readonly Placed<Extract<Fact, { readonly kind: Kind }>>[];

/** The facts of one kind, typed. They are sorted once for all who ask. */
export function ofKind<Kind extends Fact['kind']>(facts: readonly Placed[], kind: Kind): OfKind<Kind> {
  const found = byKind(facts).get(kind) ?? [];
  return areOfKind(found, kind) ? found : [];
}

const byKind = remembered((facts: readonly Placed[]) => groupBy(facts, ({ fact }) => fact.kind));

function areOfKind<Kind extends Fact['kind']>(found: readonly Placed[], kind: Kind): found is OfKind<Kind> {
  return found[0]?.fact.kind === kind;
}
