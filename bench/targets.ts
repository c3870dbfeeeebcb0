import type { Figure } from './figures.ts';

/** What was measured, over all runs. */
export interface Results {
  readonly editing: Readonly<Record<'ours' | 'theirs', EditingFigures>>;
  readonly scanning: ScanningFigures;
}

/** Milliseconds and MB. */
export interface EditingFigures {
  readonly startUp: Figure;
  readonly open: Figure;
  readonly edit: Figure;
  readonly hover: Figure;
  readonly cpuPerEdit: Figure;
  readonly idle: Figure;
  readonly afterEdits: Figure;
  readonly peak: Figure;
}

export interface ScanningFigures {
  readonly answer: Figure;
  readonly cpu: Figure;
  readonly peak: Figure;
  readonly files: number;
  readonly parsed: number;
  readonly findings: number;
}

/** A promise that the benchmark holds us to. */
export interface Verdict {
  readonly name: string;
  readonly value: number;
  readonly limit: number;
  /** `×` for a share of the other server's figure. */
  readonly unit: '×' | 'ms' | 'MB';
  readonly isMet: boolean;
}

/** How the results stand against the targets. */
export function verdicts({ editing: { ours, theirs }, scanning }: Results): readonly Verdict[] {
  const share = (of: keyof EditingFigures): number => ours[of].median / theirs[of].median;
  const verdict = (name: string, value: number, limit: number, unit: Verdict['unit']): Verdict => ({
    name,
    value,
    limit,
    unit,
    isMet: value <= limit,
  });
  return [
    verdict('start-up', share('startUp'), 0.4, '×'),
    verdict('CPU per edit', share('cpuPerEdit'), 0.25, '×'),
    verdict('memory after edits', share('afterEdits'), 0.6, '×'),
    verdict('memory at its peak', share('peak'), 0.6, '×'),
    verdict('hover', ours.hover.median, 5, 'ms'),
    verdict('first answer over the workspace', scanning.answer.median, 1_500, 'ms'),
    verdict('memory at its peak over the workspace', scanning.peak.median, 120, 'MB'),
  ];
}
