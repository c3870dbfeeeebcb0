/**
 * Runs the engine over real repositories and prints precision and recall per rule, and by name each miss, each
 * false alarm and what nobody has judged yet. `node scripts/corpus.ts [--all]`; with `--all` every finding is printed. Exit
 * 1 on a miss or a false alarm.
 */
import { parseArgs } from 'node:util';
import { ruleNames } from '../server/src/rules/names.ts';
import { compare, scores, type Comparison } from './corpus/evaluate.ts';
import { judge, nameOf, readJudgements } from './corpus/judged.ts';
import { interrupts, lintRepository } from './corpus/lint-repository.ts';
import { corpusFolder, readTruth, untold } from './corpus/truth.ts';

const { values } = parseArgs({ options: { all: { type: 'boolean', default: false } } });
const truth = readTruth();
const judgements = readJudgements();

if (truth === undefined) {
  console.log(`No corpus at ${corpusFolder}: nothing to compare with.`);
} else {
  const comparisons: Comparison[] = [];
  for (const workspace of [...truth, ...untold(truth)]) {
    const findings = await lintRepository(workspace);
    const comparison = compare(workspace, findings.filter(interrupts), ruleNames);
    comparisons.push(comparison);
    for (const { rule, file, line } of comparison.misses)
      console.log(`miss         ${workspace.id} ${file}:${line} ${rule}`);
    for (const { rule, file, line, message } of comparison.falseAlarms) {
      console.log(`false alarm  ${workspace.id} ${file}:${line} ${rule}\n             ${message}`);
    }
    for (const report of judge(workspace.id, findings.filter(interrupts), judgements).unjudged) {
      console.log(`unjudged     ${workspace.id} ${nameOf(report)}\n             ${report.message}`);
    }
    if (values.all) {
      for (const { rule, file, line, severity, message } of findings) {
        console.log(
          `${severity.padEnd(12)} ${workspace.id} ${file}:${line} ${rule}\n             ${message}`,
        );
      }
    }
  }
  for (const { rule, hits, misses, falseAlarms, precision, recall } of scores(comparisons, ruleNames)) {
    console.log(
      `${rule}: precision ${precision.toFixed(3)} (${hits} right, ${falseAlarms} false), recall ${recall.toFixed(3)} (${misses} missed)`,
    );
  }
  process.exitCode = comparisons.some(({ misses, falseAlarms }) => misses.length + falseAlarms.length > 0)
    ? 1
    : 0;
}
