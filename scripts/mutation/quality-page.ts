import { basename } from 'node:path';
import { mutatedFolders } from './options.ts';
import { scoreOf, type FolderScore } from './results.ts';

/** The score of a folder, and the day on which it was found out. */
export interface DatedScore extends FolderScore {
  /** `2026-11-22`. */
  readonly day: string;
}

const rowForm =
  /^\| `(?<folder>[^`]+)` \| (?<tried>\d+) \| (?<survived>\d+) \| [\d.]+ % \| (?<day>\d{4}-\d\d-\d\d) \|$/gm;

/** The scores that stand on a page, without that of all. */
export function scoresOn(page: string): readonly DatedScore[] {
  return [...page.matchAll(rowForm)].map(({ groups = {} }) => {
    const survived = Number(groups['survived']);
    const score = scoreOf(groups['folder'] ?? '', Number(groups['tried']) - survived, survived);
    return { ...score, day: groups['day'] ?? '' };
  });
}

/** docs/quality.md with new scores of some folders in the place of their old ones. */
export function qualityPage(scores: readonly DatedScore[], before: string): string {
  const fresh = new Set(scores.map(({ folder }) => folder));
  const rows = [...scoresOn(before).filter(({ folder }) => !fresh.has(folder)), ...scores].sort(
    (one, other) => (one.folder < other.folder ? -1 : 1),
  );
  const sum = (of: (row: FolderScore) => number): number => rows.reduce((total, row) => total + of(row), 0);
  const all = scoreOf(
    'all',
    sum(({ killed }) => killed),
    sum(({ survived }) => survived),
  );
  const without = mutatedFolders
    .map((path) => basename(path))
    .filter((name) => !rows.some(({ folder }) => folder.split('/')[0] === name));
  return `# How far the tests can be trusted

Mutation testing changes the code in thousands of small ways, one at a time (a condition turned round, a text emptied, a call
left out), and runs cases and unit tests against each. A change that no test notices is a hole in the tests.

\`npm run mutation\` does so for what decides: \`server/src/knowledge/\` and \`server/src/rules/\`. It fails below 85 %. The figures are
written by \`npm run mutation -- --write\`, folder by folder.

| folder | changes tried | not noticed | score | on |
| --- | ---: | ---: | ---: | --- |
${rows.map(rowText).join('\n')}
| all | ${all.killed + all.survived} | ${all.survived} | ${all.score.toFixed(1)} % | |
${without.length === 0 ? '' : `\nNo figures yet: ${without.map((name) => `\`${name}\``).join(', ')}.\n`}
How it counts:

- A rule is held by its own cases and unit tests alone: what only the cases of another rule notice is noticed by accident.
- What rules share is held by all cases and unit tests, \`knowledge/\` by all unit tests and by sixty of the cases that come by the
  changed line.
- Texts are changed too, as messages are part of what cases expect. Left out is what a rule says of itself for lists (its title, its
  sources), which other tests hold.
- A change that no input can bring to light counts as not noticed all the same, so 100 % is out of reach.
`;
}

function rowText({ folder, killed, survived, score, day }: DatedScore): string {
  return `| \`${folder}\` | ${killed + survived} | ${survived} | ${score.toFixed(1)} % | ${day} |`;
}
