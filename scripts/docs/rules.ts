import { rules } from '../../server/src/rules/catalogue.ts';
import type { RuleName } from '../../server/src/rules/names.ts';
import type { Rule } from '../../server/src/rules/rule.ts';
import { ruleGroups, type RuleGroup } from './rule-groups.ts';

/** docs/rules/README.md: every rule by group, with what it finds, how bad that is and what mends it. */
export function rulesPage(): string {
  return [introduction, ...ruleGroups.map(groupSection), conclusion].join('\n');
}

const introduction = `# Rules

Made from the catalogue of rules by \`npm run docs\`. Every page says what the rule sees, why that matters, what to do, and when it is
silent; its examples are run by the tests. [Compatibility](../compatibility.md) has the same by version of Cilium and by mesh.
`;

const conclusion = `## Severities

| severity | means |
| --- | --- |
| error | It breaks. |
| warning | It loses something, or breaks in a common case. |
| information | Worth knowing. |
| hint | Cilium is set up in a way that would break a mesh, and no mesh is in sight. Left out of command-line reports where \`CI\` is set. |

Where only some of the versions that an install may be are concerned, a finding is milder than where all of them are.

## What no rule does

- It never speaks about a value it cannot know: a template, a substitution, an encrypted value, a values file that is made
  elsewhere.
- It never calls a base file broken that another layer of the same release completes.
- It never counts a mesh of another cluster, or one in which no workload takes part.
`;

function groupSection({ title, about, rules: names }: RuleGroup): string {
  const rows = names.map(ruleNamed).map(ruleRow);
  return `## ${title}

${about}

| rule | finds | severity | mended by |
| --- | --- | --- | --- |
${rows.join('\n')}
`;
}

function ruleRow({ name, title, severities, mendedBy }: Rule): string {
  return `| [${name}](${name}.md) | ${title} | ${severities.join(', ')} | ${mendedBy === '' ? 'hand' : mendedBy} |`;
}

function ruleNamed(name: RuleName): Rule {
  const rule = rules.find((candidate) => candidate.name === name);
  if (rule === undefined) throw new Error(`The catalogue has no rule ${name}.`);
  return rule;
}

const start = '<!-- rules: written by npm run docs -->';
const end = '<!-- end of rules -->';

/**
 * The README with a fresh list of rules between its markers.
 * @throws where a marker is missing
 */
export function withRuleList(readme: string): string {
  const from = readme.indexOf(start);
  const to = readme.indexOf(end);
  if (from < 0 || to < from) throw new Error(`README.md has no place between "${start}" and "${end}".`);
  return `${readme.slice(0, from + start.length)}\n\n${ruleList()}\n\n${readme.slice(to)}`;
}

function ruleList(): string {
  const lines = ruleGroups.map(({ title, rules: names }) => {
    const links = names.map((name) => `[${name}](docs/rules/${name}.md)`);
    return `- **${title}**: ${links.join(', ')}`;
  });
  return lines.join('\n');
}
