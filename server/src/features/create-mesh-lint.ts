import { readers } from './readers.ts';
import { check } from '../rules/check.ts';
import type { Finding } from '../rules/finding.ts';
import { createFactIndex, type FactIndex } from '../workspace/fact-index.ts';
import { positionAt, type Position } from '../workspace/positions.ts';
import { workspaceOf, type Workspace } from '../workspace/workspace.ts';
import { editsOfFix } from './fixes.ts';
import { createInquiry } from './create-inquiry.ts';
import { lazily } from './lazily.ts';
import type { MeshLint } from './mesh-lint.ts';
import type { Overview } from './overview/model.ts';
import { overviewOf } from './overview/overview-of.ts';
import type { Workloads } from './workloads/model.ts';
import { workloadsOf } from './workloads/workloads-of.ts';

/** The engine over an empty workspace. */
export function createMeshLint(): MeshLint {
  const index = createFactIndex(readers);
  let analysis: Analysis | undefined;
  let isOutdated = false;
  const outdate = (changed: boolean): boolean => {
    isOutdated ||= changed;
    return changed;
  };
  const current = (): Analysis => {
    if (analysis === undefined || isOutdated) analysis = analyse(index, analysis?.workspace);
    isOutdated = false;
    return analysis;
  };
  const place = (uri: string, offset: number): Position =>
    positionAt(index.files().get(uri)?.lineStarts ?? [0], offset);
  const overview = (): Overview => current().overview();
  const workloads = (): Workloads => current().workloads();

  return {
    update: (uri, text) => outdate(index.update(uri, text)),
    remove: (uri) => outdate(index.remove(uri)),
    findings: () => current().findings,
    findingsIn: (uri) => current().findings.filter((finding) => finding.at.uri === uri),
    positionAt: place,
    editsOf: editsOfFix,
    inquiry: createInquiry(index, () => current().workspace, place, { overview, workloads }),
    overview,
    workloads,
    statistics: index.statistics,
  };
}

/** Everything that follows from the facts as they stand. */
interface Analysis {
  readonly workspace: Workspace;
  readonly findings: readonly Finding[];
  /** Made when first asked for: most analyses are never looked at. */
  readonly overview: () => Overview;
  readonly workloads: () => Workloads;
}

function analyse(index: FactIndex, before: Workspace | undefined): Analysis {
  const all = [...index.files().values()].flatMap(({ facts }) => facts);
  const workspace = workspaceOf(all, index.hasPath, before);
  const findings = check(workspace, workspace.configuration);
  return {
    workspace,
    findings,
    overview: lazily(() => overviewOf(workspace)),
    workloads: lazily(() => workloadsOf(workspace, findings)),
  };
}
