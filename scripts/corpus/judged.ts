import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import type { ReportedFinding } from './evaluate.ts';

/** What a person who read the files says of one finding. */
export interface Judgement {
  /** The repository, as the truth calls it. */
  readonly id: string;
  /** `RULE FILE:LINE`. */
  readonly finding: string;
  readonly verdict: 'true' | 'false';
  /** What was seen in the files. */
  readonly reason: string;
}

const schema = {
  type: 'array',
  items: {
    type: 'object',
    additionalProperties: false,
    required: ['id', 'finding', 'verdict', 'reason'],
    properties: {
      id: { type: 'string', minLength: 1 },
      finding: { type: 'string', pattern: '^[a-z0-9-]+ .+:[0-9]+$' },
      verdict: { enum: ['true', 'false'] },
      reason: { type: 'string', minLength: 20 },
    },
  },
} as const;

const isJudgements = new Ajv().compile<readonly Judgement[]>(schema);

/** Every judgement on findings of warning or above in the open corpus. */
export function readJudgements(): readonly Judgement[] {
  const file = join(import.meta.dirname, '../../test/corpus/judged.json');
  const judged: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (!isJudgements(judged)) throw new Error(`${file}: ${JSON.stringify(isJudgements.errors)}`);
  return judged;
}

/** How judgements name a finding. */
export function nameOf({ rule, file, line }: ReportedFinding): string {
  return `${rule} ${file}:${line}`;
}

/** How the findings of one repository compare with what was judged of it. */
export interface JudgedRepository {
  readonly unjudged: readonly ReportedFinding[];
  /** Judged, and found to be false. */
  readonly wrong: readonly Judgement[];
  /** Judged, and not reported any more. */
  readonly stale: readonly Judgement[];
}

/** Compares reports of warning or above with the judgements on the same repository. */
export function judge(
  id: string,
  reported: readonly ReportedFinding[],
  judgements: readonly Judgement[],
): JudgedRepository {
  const own = judgements.filter((judgement) => judgement.id === id);
  const judged = new Set(own.map(({ finding }) => finding));
  const named = new Set(reported.map(nameOf));
  return {
    unjudged: reported.filter((report) => !judged.has(nameOf(report))),
    wrong: own.filter(({ verdict, finding }) => verdict === 'false' && named.has(finding)),
    stale: own.filter(({ finding }) => !named.has(finding)),
  };
}
