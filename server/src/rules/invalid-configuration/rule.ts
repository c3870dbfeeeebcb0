import { t } from '@vscode/l10n';
import { inWorkspace } from '../checks.ts';
import type { Rule } from '../rule.ts';

/** A configuration file that is not as its schema wants it: what it says there has no effect. */
export const invalidConfiguration: Rule = {
  name: 'invalid-configuration',
  title: 'The configuration file says something that has no effect',
  mendedBy: '',
  severities: ['warning'],
  sources: [
    'https://github.com/cilium-mesh-lint/cilium-mesh-lint/blob/main/schemas/configuration.schema.json',
  ],
  check: inWorkspace(({ facts }) =>
    facts.flatMap(({ uri, fact }) => {
      if (fact.kind !== 'configuration') return [];
      return fact.problems.map(({ span, message }) => ({
        rule: 'invalid-configuration',
        severity: 'warning',
        message: t`${message} It has no effect; docs/configuration.md lists what has.`,
        at: { uri, span },
        related: [],
        fixes: [],
      }));
    }),
  ),
};
