import { readers } from './readers.ts';
import { checkInSteps } from '../rules/check.ts';
import type { Finding } from '../rules/finding.ts';
import { createFactIndex, type FactIndex } from '../workspace/fact-index.ts';
import { positionAt, type Position } from '../workspace/positions.ts';
import { allAtOnce, type Steps } from '../workspace/steps.ts';
import { workspaceInSteps, type Workspace } from '../workspace/workspace.ts';
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
  /** How often the facts have changed. */
  let changes = 0;
  let changesAtAnalysis = 0;
  const outdate = (changed: boolean): boolean => {
    if (changed) changes++;
    return changed;
  };
  const upToDate = (): Analysis | undefined => (changes === changesAtAnalysis ? analysis : undefined);
  const keep = (made: Analysis): Analysis => {
    changesAtAnalysis = changes;
    return (analysis = made);
  };
  const current = (): Analysis => upToDate() ?? keep(allAtOnce(analysisInSteps(index, analysis?.workspace)));
  const prepare = function* (): Steps<void> {
    const changesBefore = changes;
    const steps = analysisInSteps(index, analysis?.workspace);
    while (upToDate() === undefined && changes === changesBefore) {
      const step = steps.next();
      if (step.done === true) keep(step.value);
      yield;
    }
  };
  const place = (uri: string, offset: number): Position =>
    positionAt(index.files().get(uri)?.lineStarts ?? [0], offset);
  const overview = (): Overview => current().overview();
  const workloads = (): Workloads => current().workloads();

  return {
    update: (uri, text) => outdate(index.update(uri, text)),
    remove: (uri) => outdate(index.remove(uri)),
    prepare,
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

function* analysisInSteps(index: FactIndex, before: Workspace | undefined): Steps<Analysis> {
  const all = [...index.files().values()].flatMap(({ facts }) => facts);
  const workspace = yield* workspaceInSteps(all, index.hasPath, before);
  const findings = yield* checkInSteps(workspace, workspace.configuration);
  return {
    workspace,
    findings,
    overview: lazily(() => overviewOf(workspace)),
    workloads: lazily(() => workloadsOf(workspace, findings)),
  };
}
