import type { Figure } from './figures.ts';
import { verdicts, type EditingFigures, type Results } from './targets.ts';

const editingRows: readonly (readonly [label: string, of: keyof EditingFigures, unit: string])[] = [
  ['start-up → initialize', 'startUp', 'ms'],
  ['didOpen → diagnostics', 'open', 'ms'],
  ['edit → diagnostics', 'edit', 'ms'],
  ['hover → answer', 'hover', 'ms'],
  ['CPU per edit', 'cpuPerEdit', 'ms'],
  ['memory, idle', 'idle', 'MB'],
  ['memory after edits', 'afterEdits', 'MB'],
  ['memory at its peak', 'peak', 'MB'],
];

/** The results as tables for people: medians, the spread behind ±, and the 95th percentile where it tells something. */
export function report(
  results: Results,
  sources: { readonly editing: string; readonly scanning: string },
): string {
  const { ours, theirs } = results.editing;
  const { answer, cpu, peak, files, parsed, findings } = results.scanning;
  return [
    `Editing ${sources.editing} (${ours.startUp.count} runs, ${ours.edit.count} edits each in all)`,
    row('', 'cilium-mesh-lint', 'yaml-language-server', 'ratio'),
    ...editingRows.map(([label, of, unit]) =>
      row(
        label,
        shown(ours[of], unit, of === 'edit' || of === 'hover'),
        shown(theirs[of], unit, of === 'edit' || of === 'hover'),
        `${(ours[of].median / theirs[of].median).toFixed(2)}×`,
      ),
    ),
    '',
    `Reading a workspace: ${sources.scanning} (${answer.count} runs)`,
    row('start → first complete answer', shown(answer, 'ms')),
    row('CPU', shown(cpu, 'ms')),
    row('memory at its peak', shown(peak, 'MB')),
    row('files read / passed over / parsed', `${files} / ${files - parsed} / ${parsed}`),
    row('files with findings', String(findings)),
    '',
    'Targets',
    ...verdicts(results).map(({ name, value, limit, unit, isMet }) =>
      row(
        name,
        `${value.toFixed(unit === '×' ? 2 : 0)} ${unit}`,
        `≤ ${limit} ${unit}`,
        isMet ? 'met' : 'MISSED',
      ),
    ),
  ].join('\n');
}

function row(...cells: readonly string[]): string {
  const [label = '', ...values] = cells;
  return `  ${label.padEnd(38)}${values.map((value) => value.padEnd(28)).join('')}`.trimEnd();
}

function shown({ median, p95, spread }: Figure, unit: string, withP95 = false): string {
  const digits = median < 10 ? 1 : 0;
  const tail = withP95 ? `, p95 ${p95.toFixed(digits)}` : '';
  return `${median.toFixed(digits)} ${unit} ±${Math.round(spread * 100)} %${tail}`;
}
