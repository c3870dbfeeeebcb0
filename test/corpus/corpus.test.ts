import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { compare, type Comparison, type ReportedFinding } from '../../scripts/corpus/evaluate.ts';
import { judge, nameOf, readJudgements } from '../../scripts/corpus/judged.ts';
import { interrupts, lintRepository } from '../../scripts/corpus/lint-repository.ts';
import { corpusFolder, readTruth, untold, type ExpectedFinding } from '../../scripts/corpus/truth.ts';
import { ruleNames } from '../../server/src/rules/names.ts';
import baseline from './baseline.json' with { type: 'json' };

const truth = readTruth();
const judgements = readJudgements();
const reason = truth === undefined ? `no corpus in ${corpusFolder}` : false;

/**
 * Real repositories, and what is true of them. What is known to be missed or wrongly reported stands in baseline.json; nothing may
 * come to it, and what gets better must be taken out.
 */
describe('real repositories', { skip: reason }, () => {
  for (const workspace of truth ?? []) {
    it(workspace.id, async () => {
      const reported = (await lintRepository(workspace)).filter(interrupts);
      const comparison = compare(workspace, reported, ruleNames);
      assert.deepEqual(
        shortcomings(comparison),
        baseline.filter(({ id }) => id === workspace.id).map(({ what }) => what),
      );
      assertJudged(workspace.id, reported);
    });
  }
});

describe('real repositories of which nothing has been told', { skip: reason }, () => {
  for (const workspace of truth === undefined ? [] : untold(truth)) {
    it(workspace.id, async () => {
      assertJudged(workspace.id, (await lintRepository(workspace)).filter(interrupts));
    });
  }
});

/** Every finding has been read by a person, none was false, and no judgement is left over. */
function assertJudged(id: string, reported: readonly ReportedFinding[]): void {
  const { unjudged, wrong, stale } = judge(id, reported, judgements);
  assert.deepEqual(unjudged.map(nameOf), [], 'findings that nobody has judged');
  assert.deepEqual(wrong, [], 'findings that were judged to be false');
  assert.deepEqual(stale, [], 'judgements on findings that are not reported');
}

function shortcomings({ misses, falseAlarms }: Comparison): readonly string[] {
  const named = ({ rule, file, line }: ExpectedFinding): string => `${rule} ${file}:${line}`;
  return [
    ...misses.map((finding) => `missed ${named(finding)}`),
    ...falseAlarms.map((finding) => `false ${named(finding)}`),
  ].sort();
}
