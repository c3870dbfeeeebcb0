import type { Finding } from '../finding.ts';
import { ruleNames } from '../names.ts';
import type { Rule } from '../rule.ts';
import type { SuppressedRule } from '../suppression.ts';
import { code } from '../words.ts';

/** A comment that keeps a rule from speaking which has nothing to say there: it would hide what comes later. */
export const unusedSuppression: Rule = {
  name: 'unused-suppression',
  title: 'A comment suppresses a rule that has nothing to say there',
  mendedBy: 'removing the comment',
  severities: ['information'],
  sources: [
    'https://github.com/cilium-mesh-lint/cilium-mesh-lint/blob/main/docs/configuration.md#suppressing-a-finding',
  ],
  // Known only when all rules have spoken: rules/check.ts asks `findingsOnUnused` then.
  check: () => [],
};

/** One finding for every rule that a comment names in vain. */
export function findingsOnUnused(unused: readonly SuppressedRule[]): readonly Finding[] {
  return unused.map(({ suppression: { uri, fact }, name }) => {
    const written = fact.rules.find((rule) => rule.name === name);
    return {
      rule: 'unused-suppression',
      severity: 'information',
      message: `${isRule(name) ? `${code(name)} has nothing to say ${fact.scope === 'file' ? 'in this file' : 'there'}` : `There is no rule ${code(name)}`}. The comment would only hide what comes later: remove it.`,
      at: { uri, span: written?.span ?? fact.span },
      related: [],
      fixes:
        fact.rules.length === 1
          ? [
              {
                title: 'Remove the comment',
                preferred: true,
                steps: [{ op: 'remove-comment', uri, span: fact.span }],
              },
            ]
          : [],
    };
  });
}

function isRule(name: string): boolean {
  return ruleNames.some((known) => known === name);
}
