import type { Diagnostic, DiagnosticRelatedInformation, DiagnosticSeverity } from 'vscode-languageserver';
import type { Location } from '../facts/location.ts';
import type { Finding, Severity } from '../rules/finding.ts';
import type { Position } from '../workspace/positions.ts';

/** Who speaks, as editors show it beside the message. */
export const diagnosticSource = 'cilium-mesh-lint';

/** What the diagnostics of a client may carry. */
export interface DiagnosticShape {
  readonly relatedInformation: boolean;
  readonly codeDescription: boolean;
  readonly data: boolean;
}

/** What a diagnostic carries for other tools of the editor: the fixes that a code action will offer for it. */
export interface DiagnosticData {
  readonly fixes: readonly string[];
}

/** How the places of findings become those of the editor. */
export interface Places {
  readonly positionAt: (uri: string, offset: number) => Position;
  /** The URI as the editor writes it. */
  readonly shownUri: (uri: string) => string;
}

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: 1,
  warning: 2,
  information: 3,
  hint: 4,
};

/** The page that explains a rule. */
export function rulePage(rule: string): string {
  return `https://github.com/cilium-mesh-lint/cilium-mesh-lint/blob/main/docs/rules/${rule}.md`;
}

/**
 * Findings with the severities that a user set for their rules; those that are off are left out.
 */
export function withSeverities(
  findings: readonly Finding[],
  severity: ReadonlyMap<string, Severity | 'off'>,
): readonly Finding[] {
  return findings.flatMap((finding) => {
    const wanted = severity.get(finding.rule) ?? finding.severity;
    if (wanted === 'off') return [];
    return wanted === finding.severity ? [finding] : [{ ...finding, severity: wanted }];
  });
}

/** A finding as an editor shows it. */
export function diagnosticOf(finding: Finding, shape: DiagnosticShape, places: Places): Diagnostic {
  const data: DiagnosticData = { fixes: finding.fixes.map(({ title }) => title) };
  const related = shape.relatedInformation ? finding.related : [];
  return {
    range: rangeOf(finding.at, places),
    severity: severities[finding.severity],
    code: finding.rule,
    ...(shape.codeDescription ? { codeDescription: { href: rulePage(finding.rule) } } : {}),
    source: diagnosticSource,
    message: finding.message,
    ...(related.length > 0 ? { relatedInformation: related.map((one) => relatedOf(one, places)) } : {}),
    ...(shape.data ? { data } : {}),
  };
}

function relatedOf(
  { at, message }: Finding['related'][number],
  places: Places,
): DiagnosticRelatedInformation {
  return { location: { uri: places.shownUri(at.uri), range: rangeOf(at, places) }, message };
}

function rangeOf({ uri, span }: Location, { positionAt }: Places): Diagnostic['range'] {
  return { start: positionAt(uri, span.start), end: positionAt(uri, span.end) };
}
