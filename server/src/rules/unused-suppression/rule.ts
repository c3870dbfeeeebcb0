import { t } from '@vscode/l10n';
import type { SuppressionFact } from '../../facts/suppression.ts';
import type { Finding } from '../finding.ts';
import { ruleNames } from '../names.ts';
import type { Rule } from '../rule.ts';
import type { SuppressedRule } from '../suppression.ts';
import { code } from '../wording/words.ts';

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
      message: messageOf(name, fact.scope),
      at: { uri, span: written?.span ?? fact.span },
      related: [],
      fixes:
        fact.rules.length === 1
          ? [
              {
                title: t('Remove the comment'),
                preferred: true,
                steps: [{ op: 'remove-comment', uri, span: fact.span }],
              },
            ]
          : [],
    };
  });
}

function messageOf(name: string, scope: SuppressionFact['scope']): string {
  const rule = code(name);
  if (!isRule(name))
    return t`There is no rule ${rule}. The comment would only hide what comes later: remove it.`;
  return scope === 'file'
    ? t`${rule} has nothing to say in this file. The comment would only hide what comes later: remove it.`
    : t`${rule} has nothing to say there. The comment would only hide what comes later: remove it.`;
}

function isRule(name: string): boolean {
  return ruleNames.some((known) => known === name);
}
