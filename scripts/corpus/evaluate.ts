import type { ExpectedFinding, TrueWorkspace } from './truth.ts';

/** A finding of warning or above, as the corpus counts: path relative to the repository, 1-based line. */
export interface ReportedFinding {
  readonly rule: string;
  readonly file: string;
  readonly line: number;
  readonly severity: string;
  readonly message: string;
}

/** How the findings of one repository compare with what is true of it. */
export interface Comparison {
  readonly id: string;
  readonly hits: readonly ExpectedFinding[];
  readonly misses: readonly ExpectedFinding[];
  /** Reported, but neither expected nor excused. */
  readonly falseAlarms: readonly ReportedFinding[];
}

/** Compares reports with the truth, for the rules that exist. Ambiguous findings count neither way. */
export function compare(
  truth: TrueWorkspace,
  reported: readonly ReportedFinding[],
  rules: readonly string[],
): Comparison {
  const wanted = truth.findings.filter(({ rule }) => rules.includes(rule));
  const excused = [...truth.ambiguous, ...(truth.extra_findings_ok ?? [])];
  const isReported = (expected: ExpectedFinding): boolean =>
    reported.some((report) => matches(report, expected));
  return {
    id: truth.id,
    hits: wanted.filter(isReported),
    misses: wanted.filter((expected) => !isReported(expected)),
    falseAlarms: reported.filter(
      (report) => ![...wanted, ...excused].some((expected) => matches(report, expected)),
    ),
  };
}

function matches(report: ReportedFinding, expected: ExpectedFinding): boolean {
  return (
    report.rule === expected.rule &&
    report.file === expected.file &&
    (expected.line === 'any' || report.line === expected.line)
  );
}

/** Shares of one rule over all repositories; a share without any case counts as whole. */
export interface Score {
  readonly rule: string;
  readonly hits: number;
  readonly misses: number;
  readonly falseAlarms: number;
  readonly precision: number;
  readonly recall: number;
}

/** Precision and recall of each rule. */
export function scores(comparisons: readonly Comparison[], rules: readonly string[]): readonly Score[] {
  return rules.map((rule) => {
    const count = (of: (comparison: Comparison) => readonly { readonly rule: string }[]): number =>
      comparisons.flatMap(of).filter((finding) => finding.rule === rule).length;
    const hits = count((comparison) => comparison.hits);
    const misses = count((comparison) => comparison.misses);
    const falseAlarms = count((comparison) => comparison.falseAlarms);
    return {
      rule,
      hits,
      misses,
      falseAlarms,
      precision: share(hits, falseAlarms),
      recall: share(hits, misses),
    };
  });
}

function share(good: number, bad: number): number {
  return good + bad === 0 ? 1 : good / (good + bad);
}
