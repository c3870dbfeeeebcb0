import type { Fact, Placed } from '../../facts/fact.ts';
import type { Span } from '../../facts/location.ts';
import type { Finding } from '../../rules/finding.ts';
import { groupBy } from '../../workspace/group.ts';

/** Whom findings are about, by the things that they stand on. */
export interface Blame {
  /** Findings that stand on something of the cluster: on a workload, a policy, a Namespace or its label. */
  readonly on: (fact: Placed) => readonly Finding[];
  /** Findings that name a label or a workload of theirs as evidence, and stand on neither settings nor another workload. */
  readonly naming: (fact: Placed) => readonly Finding[];
}

/** Kinds of fact that a finding about workloads stands on. */
const subjects: ReadonlySet<Fact['kind']> = new Set<Fact['kind']>([
  'workload',
  'namespace',
  'network-policy',
  'mesh-policy',
  'enrolment',
  'mesh-mark',
]);

/** Only facts of files with findings are looked at, so that a large workspace costs no more than its findings. */
export function blameFor(facts: readonly Placed[], findings: readonly Finding[]): Blame {
  const inFile = groupBy(findings, ({ at }) => at.uri);
  const standing = facts.filter(({ uri, fact }) => inFile.has(uri) && subjects.has(fact.kind));
  const found = new Map<Fact, readonly Finding[]>();
  const aboutSubjects = new Set<Finding>();
  for (const { uri, fact } of standing) {
    const own = (inFile.get(uri) ?? []).filter(({ at }) => holds(fact.span, at.span));
    if (own.length > 0) found.set(fact, own);
    for (const finding of own) aboutSubjects.add(finding);
  }
  const naming = groupBy(
    [...aboutSubjects].flatMap((finding) => finding.related.map(({ at }) => ({ finding, at }))),
    ({ at }) => at.uri,
  );
  return {
    on: ({ fact }) => found.get(fact) ?? [],
    naming: ({ uri, fact }) =>
      (naming.get(uri) ?? []).filter(({ at }) => holds(fact.span, at.span)).map(({ finding }) => finding),
  };
}

function holds(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
