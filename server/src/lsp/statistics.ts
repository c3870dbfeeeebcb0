import { RequestType0 } from 'vscode-languageserver';
import type { Root } from './roots.ts';

/** How much work the engines had, over all folders. */
export interface Statistics {
  /** Files whose text the engines were given. */
  readonly files: number;
  /** Files that the quick scan let through to a reader; the others hold nothing of interest. */
  readonly read: number;
  /** How often a text was read since the start: a change in one file reads one file. */
  readonly reads: number;
  readonly findings: number;
  /** Whether the folders of the workspace have been read. */
  readonly ready: boolean;
}

/** Asked for by tests, benchmarks and the curious. */
export const statisticsRequest = new RequestType0<Statistics | null, never>('ciliumMeshLint/statistics');

/** The counts of all folders of the workspace, added up. */
export function statisticsOf(roots: readonly Root[]): Statistics {
  const all = roots.map(({ lint }) => ({ ...lint.statistics(), findings: lint.findings().length }));
  const sum = (of: (one: (typeof all)[number]) => number): number =>
    all.reduce((total, one) => total + of(one), 0);
  return {
    files: sum(({ files }) => files),
    read: sum(({ read }) => read),
    reads: sum(({ reads }) => reads),
    findings: sum(({ findings }) => findings),
    ready: roots.every(({ isReady }) => isReady),
  };
}
