import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Ajv } from 'ajv';
import disputed from '../../test/corpus/disputed.json' with { type: 'json' };
import { readJudgements } from './judged.ts';
import schema from './truth.schema.json' with { type: 'json' };

/** A finding that a person expects at a place, or that counts neither way. `any` line: the file is enough. */
export interface ExpectedFinding {
  readonly rule: string;
  readonly file: string;
  readonly line: number | 'any';
}

/** What a person found to be true of one real repository. Paths are relative to `root`, lines 1-based. */
export interface TrueWorkspace {
  readonly id: string;
  readonly root: string;
  readonly subdir: string;
  /** The rules that must speak; none: nothing may be said at warning or above. */
  readonly expect: readonly string[];
  readonly findings: readonly ExpectedFinding[];
  readonly ambiguous: readonly ExpectedFinding[];
  readonly extra_findings_ok?: readonly ExpectedFinding[];
}

/** The developers' shared corpus, an optional folder beside the repository. */
export const corpusFolder = resolve(import.meta.dirname, '../../../shared/corpus');

const isTruth = new Ajv().compile<readonly TrueWorkspace[]>(schema);

/** What the truth does not speak of, and a person who read the files found to be so, is no false alarm. */
function withJudged(workspace: TrueWorkspace): TrueWorkspace {
  const judged = readJudgements()
    .filter(({ id, verdict }) => id === workspace.id && verdict === 'true')
    .flatMap(({ finding }) => placeOf(finding));
  return { ...workspace, extra_findings_ok: [...(workspace.extra_findings_ok ?? []), ...judged] };
}

function placeOf(finding: string): readonly ExpectedFinding[] {
  const { rule, file, line } = /^(?<rule>\S+) (?<file>.+):(?<line>\d+)$/.exec(finding)?.groups ?? {};
  return rule === undefined || file === undefined ? [] : [{ rule, file, line: Number(line) }];
}

/** What we found to be untrue, with the proof, counts neither way. */
function withoutDisputed(workspace: TrueWorkspace): TrueWorkspace {
  const isDisputed = ({ rule, file, line }: ExpectedFinding): boolean =>
    disputed.some(({ id, finding }) => id === workspace.id && finding === `${rule} ${file}:${line}`);
  return {
    ...workspace,
    findings: workspace.findings.filter((finding) => !isDisputed(finding)),
    ambiguous: [...workspace.ambiguous, ...workspace.findings.filter(isDisputed)],
  };
}

/** The truth about the corpus, or nothing where the corpus is not at hand. */
export function readTruth(): readonly TrueWorkspace[] | undefined {
  const file = join(corpusFolder, 'truth-open.json');
  if (!existsSync(file)) return undefined;
  const truth: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (!isTruth(truth)) throw new Error(`${file} is not as expected: ${JSON.stringify(isTruth.errors)}`);
  return truth.map(withoutDisputed).map(withJudged);
}

/** Repositories of the corpus of which nobody has said what is true: what is found in them is judged all the same. */
export function untold(truth: readonly TrueWorkspace[]): readonly TrueWorkspace[] {
  const told = new Set(truth.map(({ root }) => root));
  return readdirSync(corpusFolder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !told.has(entry.name))
    .map(({ name }) => ({ id: name, root: name, subdir: '', expect: [], findings: [], ambiguous: [] }));
}
