import { rulePage } from '../features/diagnostics.ts';
import type { Severity } from '../rules/finding.ts';
import { codeFrame } from '../features/report/code-frame.ts';
import { changedLines } from '../features/report/diff.ts';
import { placesIn, type Places } from './places.ts';
import { countOf, type Report, type ReportedFinding, type ReportedFix } from '../features/report/report.ts';
import { printable, wrapped, type Paint, type Tone } from '../features/report/terminal-text.ts';

const tones: Readonly<Record<Severity, Tone>> = {
  error: 'red',
  warning: 'yellow',
  information: 'blue',
  hint: 'gray',
};

/** The report for people: findings by file, then one line that sums up. */
export function textReport(report: Report, cwd: string, paint: Paint): string {
  const places = placesIn(report.texts, cwd);
  const blocks: string[] = [];
  let file = '';
  for (const reported of report.findings) {
    const { finding } = reported;
    if (finding.at.uri !== file)
      blocks.push(paint('underline', printable(places.fileOf(finding.at.uri))), '');
    file = finding.at.uri;
    blocks.push(...indented(findingLines(reported, report, places, paint)), '');
  }
  return `${[...blocks, summaryLine(report, paint)].join('\n')}\n`;
}

function findingLines(
  { finding, fixes }: ReportedFinding,
  { texts }: Report,
  places: Places,
  paint: Paint,
): readonly string[] {
  const { severity, rule, message, at, related } = finding;
  const { line, character } = places.of(at).start;
  const preferred = fixes.find(({ fix }) => fix.preferred);
  return [
    `${paint(tones[severity], severity)} ${paint('bold', rule)} ${paint('gray', `${line + 1}:${character + 1}`)}`,
    ...wrapped(printable(message)),
    '',
    ...indented(codeFrame(texts.get(at.uri) ?? '', at.span, paint, tones[severity])),
    '',
    ...related.map((evidence) => {
      const { file, start } = places.of(evidence.at);
      return `${paint('cyan', `${printable(file)}:${start.line + 1}:${start.character + 1}`)} ${printable(evidence.message)}`;
    }),
    ...(preferred === undefined ? [] : fixLines(preferred, at.uri, places, paint)),
    paint('gray', rulePage(rule)),
  ];
}

function fixLines(
  { fix, changes }: ReportedFix,
  home: string,
  places: Places,
  paint: Paint,
): readonly string[] {
  return [
    `${paint('green', 'fix')} ${printable(fix.title)}`,
    ...changes.flatMap(({ uri, before, after }) => [
      ...(uri === home ? [] : [`  in ${printable(places.fileOf(uri))}`]),
      ...indented(changedLines(before, after, paint)),
    ]),
  ];
}

function summaryLine({ findings, files, parsed, durationMs }: Report, paint: Paint): string {
  const counts = [
    counted(countOf(findings, 'error'), 'error', 'errors'),
    counted(countOf(findings, 'warning'), 'warning', 'warnings'),
    counted(countOf(findings, 'information'), 'information', 'information'),
    counted(countOf(findings, 'hint'), 'hint', 'hints'),
  ].filter((text) => !text.startsWith('0 '));
  const mendable = findings.filter(({ fixes }) => fixes.some(({ fix }) => fix.preferred)).length;
  const result = counts.length === 0 ? paint('green', 'Nothing found') : paint('bold', counts.join(', '));
  const work = `${counted(files, 'file', 'files')}, ${parsed} read closely, ${Math.round(durationMs)} ms`;
  const hint = mendable === 0 ? '' : ` --fix mends ${mendable}.`;
  return `${result} in ${work}.${hint}`;
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

function indented(lines: readonly string[]): readonly string[] {
  return lines.map((line) => (line === '' ? '' : `  ${line}`));
}
