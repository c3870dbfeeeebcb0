import { RequestType0 } from 'vscode-languageserver';
import { titleAmongOthers } from '../features/overview/titles.ts';
import type { Severity } from '../rules/finding.ts';
import { unique } from '../rules/wording/words.ts';
import { overviewOf } from './overviews.ts';
import type { Reports } from './reports.ts';
import type { Root } from './roots.ts';

/** What the editor shows of the server's state. */
export interface Status {
  readonly files: number;
  /** Files in which something was found that matters. */
  readonly ofInterest: number;
  /** Installs of Cilium that are more than examples, such as `Cilium 1.16.4 in cluster prod`. */
  readonly installs: readonly string[];
  /** Meshes that workloads take part in. */
  readonly meshes: readonly string[];
  /** How many findings there are of each severity, as the user set them. */
  readonly findings: Readonly<Record<Severity, number>>;
}

/** Asks for the state of the server; null while it cannot tell. */
export const statusRequest = new RequestType0<Status | null, never>('ciliumMeshLint/status');

/** The state of all folders of the workspace. */
export function statusOf(roots: readonly Root[], reports: Reports): Status {
  const statistics = roots.map(({ lint }) => lint.statistics());
  const clusters = overviewOf(roots).clusters;
  const findings = { error: 0, warning: 0, information: 0, hint: 0 };
  for (const { severity } of reports.findingsOfWorkspace()) findings[severity]++;
  return {
    files: sum(statistics.map(({ files }) => files)),
    ofInterest: sum(statistics.map(({ read }) => read)),
    installs: unique(
      clusters.flatMap((cluster) =>
        cluster.installs
          .filter(({ standing }) => standing !== 'example')
          .map(({ title }) => titleAmongOthers(title, cluster)),
      ),
    ),
    meshes: unique(clusters.flatMap(({ meshes }) => meshes.map(({ title }) => title))),
    findings,
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
