import type { Finding } from '../../../server/src/rules/finding.ts';
import type { CiliumVersion } from '../../../server/src/knowledge/version-range.ts';
import { findingsFor, remediesOf } from './ask.ts';
import type { Question } from './questions.ts';
import { sampleMeshes } from './sample-meshes.ts';
import { isTaken, knowsKeys, written, type Values } from './values.ts';
import { joinedSpans, newestOf, versionSpans } from './version-spans.ts';

/** How a mesh fares. Each word stands beside its symbol, so that neither is needed alone. */
const verdicts = {
  fine: '✔ fine',
  weaker: '▲ weaker',
  broken: '✖ broken',
  refused: '⊘ refused',
} as const;
type Verdict = keyof typeof verdicts;

interface Row {
  /** One for each mesh of the page. */
  readonly cells: readonly Verdict[];
  readonly values: readonly string[];
  readonly mend: readonly string[];
}

/** The answers to one question: a row for each span of versions, a column for all meshes that fare alike. */
export function matrixSection(question: Question): string {
  const spans = versionSpans().map((span) => {
    const version = newestOf(span);
    const values = question.values(version);
    return { span, version, values, isKnown: knowsKeys(version, values) };
  });
  const rows = joinedSpans(
    spans
      .filter(({ isKnown }) => isKnown)
      .map(({ span, version, values }) => ({ span, answer: rowFor(question, version, values) })),
  );
  const columns = alike(rows.map(({ answer }) => answer));
  const lines = rows.map(({ versions, answer }) => {
    const cells = columns.map(({ at }) => verdicts[answer.cells[at] ?? 'fine']);
    return tableRow([
      versions,
      answer.values.length === 0 ? 'nothing set' : answer.values.join('<br>'),
      ...cells,
      answer.mend.join('<br>'),
    ]);
  });
  const missing = joinedSpans(
    spans.filter(({ isKnown }) => !isKnown).map(({ span }) => ({ span, answer: '' })),
  ).map(({ versions }) => versions);
  const links = question.rules.map((rule) => `[${rule}](rules/${rule}.md)`);
  return [
    `### ${question.title}\n`,
    `${question.about} Rule: ${links.join(', ')}.\n`,
    tableRow(['Cilium', 'with', ...columns.map(({ title }) => title), 'mended by']),
    tableRow(['---', '---', ...columns.map(() => '---'), '---']),
    ...lines,
    ...(missing.length === 0 ? [''] : [`\nThere is no such setting in ${missing.join(' and ')}.\n`]),
  ].join('\n');
}

function tableRow(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function rowFor(question: Question, version: CiliumVersion, values: Values): Row {
  if (!isTaken(version, values))
    return { cells: sampleMeshes.map(() => 'refused'), values: written(values), mend: [] };
  const findings = sampleMeshes.map((mesh) =>
    findingsFor(mesh, version, values).filter(({ rule }) => question.rules.includes(rule)),
  );
  return { cells: findings.map(verdictOf), values: written(values), mend: mendOf(findings.flat()) };
}

function verdictOf(findings: readonly Finding[]): Verdict {
  if (findings.some(({ severity }) => severity === 'error')) return 'broken';
  return findings.some(({ severity }) => severity === 'warning') ? 'weaker' : 'fine';
}

/** What the preferred fixes set; where something is broken and nothing mends it, only another version does. */
function mendOf(findings: readonly Finding[]): readonly string[] {
  if (findings.length === 0) return [];
  const remedies = written(remediesOf(findings));
  return remedies.length === 0 ? ['no key: another version'] : remedies;
}

interface Column {
  readonly title: string;
  /** The place of its cell in a row, that of the first of its meshes. */
  readonly at: number;
}

/** The meshes in groups that fare alike in every row, the worst off first; all that are always well share the last. */
function alike(rows: readonly Row[]): readonly Column[] {
  const groups = new Map<string, { readonly at: number; readonly names: string[] }>();
  for (const [at, { name }] of sampleMeshes.entries()) {
    const fates = rows.map(({ cells }) => cells[at]);
    const key = fates.every((fate) => fate === 'fine') ? 'fine' : fates.join(' ');
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { at, names: [name] });
    else group.names.push(name);
  }
  const well = groups.get('fine');
  groups.delete('fine');
  const columns = [...groups.values()].map(({ at, names }) => ({
    at,
    title: groups.size === 1 && well === undefined ? 'every mesh' : names.join(',<br>'),
  }));
  return well === undefined
    ? columns
    : [...columns, { at: well.at, title: titleOfRest(well.names, columns) }];
}

function titleOfRest(names: readonly string[], others: readonly Column[]): string {
  if (others.length === 0) return 'every mesh';
  return names.length === 1 ? names.join('') : 'all others';
}
