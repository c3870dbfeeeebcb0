import type { Severity } from '../../../server/src/rules/finding.ts';
import type { Position } from '../../../server/src/workspace/positions.ts';
import type { Expectation, RelatedPlace } from './expectation.ts';

/** A finding with places as people read them. */
export interface FoundFinding {
  readonly file: string;
  readonly start: Position;
  readonly end: Position;
  readonly severity: Severity;
  readonly rule: string;
  readonly message: string;
  readonly related: readonly (RelatedPlace & { readonly message: string })[];
}

/** An expectation and the file it stands in. */
export interface WantedFinding {
  readonly file: string;
  readonly expectation: Expectation;
}

/** What is wrong between the wanted and the found, as text; empty where both lists are the same. */
export function differences(wanted: readonly WantedFinding[], found: readonly FoundFinding[]): string {
  const extra = [...found];
  const missing = wanted.filter((want) => {
    const index = extra.findIndex((finding) => isWanted(finding, want));
    if (index >= 0) extra.splice(index, 1);
    return index < 0;
  });
  return [
    ...section('Wanted, but not found:', missing.map(wantedText)),
    ...section('Found, but not wanted:', extra.map(foundText)),
  ].join('\n');
}

function isWanted(finding: FoundFinding, { file, expectation }: WantedFinding): boolean {
  const { start, end, related } = finding;
  return (
    finding.file === file &&
    finding.rule === expectation.rule &&
    finding.severity === expectation.severity &&
    start.line === expectation.line &&
    start.character === expectation.start &&
    (expectation.runsOn
      ? end.line > start.line
      : end.line === start.line && end.character === expectation.end) &&
    expectation.texts.every((text) => finding.message.includes(text)) &&
    expectation.related.every((place) =>
      related.some((at) => at.file === place.file && at.line === place.line),
    )
  );
}

function section(title: string, entries: readonly string[]): readonly string[] {
  return entries.length === 0 ? [] : [title, ...entries.map((entry) => entry.replaceAll(/^/gm, '  '))];
}

function wantedText({ file, expectation }: WantedFinding): string {
  const { line, start, end, runsOn, severity, rule, texts, related } = expectation;
  return [
    `${file}:${line + 1}:${start + 1}-${runsOn ? '…' : end + 1} ${severity} ${rule}`,
    ...texts.map((text) => `  saying "${text}"`),
    ...related.map((place) => `  with related ${place.file}:${place.line}`),
  ].join('\n');
}

function foundText({ file, start, end, severity, rule, message, related }: FoundFinding): string {
  const to = end.line === start.line ? String(end.character + 1) : `${end.line + 1}:${end.character + 1}`;
  return [
    `${file}:${start.line + 1}:${start.character + 1}-${to} ${severity} ${rule}`,
    `  saying "${message}"`,
    ...related.map((place) => `  with related ${place.file}:${place.line} ${place.message}`),
  ].join('\n');
}
