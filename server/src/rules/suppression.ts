import type { Placed } from '../facts/fact.ts';
import type { SuppressionFact } from '../facts/suppression.ts';
import { ofKind } from '../workspace/of-kind.ts';
import type { Finding } from './finding.ts';

/** A rule that one comment keeps from speaking. */
export interface SuppressedRule {
  readonly suppression: Placed<SuppressionFact>;
  readonly name: string;
}

/** Findings, parted by what comments say of them. */
export interface Parted {
  readonly heard: readonly Finding[];
  /** What no finding was kept back by. */
  readonly unused: readonly SuppressedRule[];
}

/** Parts findings by the suppressions of their files. */
export function part(findings: readonly Finding[], facts: readonly Placed[]): Parted {
  const suppressions = ofKind(facts, 'suppression');
  if (suppressions.length === 0) return { heard: findings, unused: [] };
  const rules = suppressions.flatMap((suppression) =>
    suppression.fact.rules.map(({ name }): SuppressedRule => ({ suppression, name })),
  );
  const used = new Set<SuppressedRule>();
  const isHeard = (finding: Finding): boolean => {
    const meant = rules.filter((rule) => isFor(rule, finding));
    for (const rule of meant) used.add(rule);
    return meant.length === 0;
  };
  const heard = findings.filter(isHeard);
  return { heard, unused: rules.filter((rule) => !used.has(rule)) };
}

function isFor({ suppression: { uri, fact }, name }: SuppressedRule, { rule, at }: Finding): boolean {
  const { start, end } = fact.target;
  return name === rule && uri === at.uri && start <= at.span.start && at.span.start <= end;
}
