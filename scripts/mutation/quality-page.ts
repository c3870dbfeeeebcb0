import type { FolderScore } from './results.ts';

/**
 * docs/quality.md: the figures of one whole run.
 *
 * @param minutes how long it took
 */
export function qualityPage(summary: readonly FolderScore[], minutes: number, day: Date): string {
  const rows = summary.map(
    ({ folder, score, killed, survived }) =>
      `| ${folder} | ${killed + survived} | ${survived} | ${score.toFixed(1)} % |`,
  );
  return `# How far the tests can be trusted

Mutation testing changes the code in thousands of small ways, one at a time (a condition turned round, a text emptied, a
call left out), and runs the cases and unit tests against each. A change that no test notices is a hole in the tests.

\`npm run mutation\` does so for what decides: \`server/src/knowledge/\` and \`server/src/rules/\`. It fails below 85 %. The figures
were written by \`npm run mutation -- --write\` on ${day.toISOString().slice(0, 10)}, in ${Math.round(minutes)} minutes on one core.

| folder | changes tried | not noticed | score |
| --- | ---: | ---: | ---: |
${rows.join('\n')}

Texts are changed too: messages are part of what cases expect. Left out is only what a rule says of itself for lists (its title,
its sources), which other tests hold. A change that no input can bring to light counts as not noticed all the same, so 100 %
is out of reach.
`;
}
