import type { Fact, Placed } from '../facts/fact.ts';

/** The facts of one kind, typed. */
export function ofKind<Kind extends Fact['kind']>(
  facts: readonly Placed[],
  kind: Kind,
): readonly Placed<Extract<Fact, { readonly kind: Kind }>>[] {
  const isOfKind = (placed: Placed): placed is Placed<Extract<Fact, { readonly kind: Kind }>> =>
    placed.fact.kind === kind;
  return facts.filter(isOfKind);
}
