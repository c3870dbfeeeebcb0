import type { Location } from '../facts/location.ts';
import { rulePage } from '../features/diagnostics.ts';
import { placesIn, type Place } from './places.ts';
import { countOf, type Report, type ReportedFinding, type ReportedFix } from '../features/report/report.ts';

/** Who writes the report: what does not come from the findings. */
export interface Reporter {
  readonly version: string;
  readonly cwd: string;
}

/** The report as JSON, in the form that README.md describes; stable for programs to read. */
export function jsonReport(report: Report, { version, cwd }: Reporter): string {
  const places = placesIn(report.texts, cwd);
  const at = (location: Location) => placed(places.of(location));

  const fix = ({ fix: { title, preferred }, changes }: ReportedFix) => ({
    title,
    preferred,
    edits: changes.flatMap(({ uri, edits }) =>
      edits.map(({ span, newText }) => ({ ...at({ uri, span }), newText })),
    ),
  });

  const finding = ({ finding: { rule, severity, message, at: where, related }, fixes }: ReportedFinding) => ({
    rule,
    severity,
    message,
    ...at(where),
    related: related.map((evidence) => ({ ...at(evidence.at), message: evidence.message })),
    fixes: fixes.map(fix),
    docs: rulePage(rule),
  });

  const { findings, files, parsed, durationMs } = report;
  const summary = {
    files,
    parsed,
    errors: countOf(findings, 'error'),
    warnings: countOf(findings, 'warning'),
    informations: countOf(findings, 'information'),
    hints: countOf(findings, 'hint'),
    durationMs: Math.round(durationMs),
  };
  return `${JSON.stringify({ version, findings: findings.map(finding), summary }, null, 2)}\n`;
}

function placed({ file, start, end }: Place) {
  return { file, range: { start, end } };
}
