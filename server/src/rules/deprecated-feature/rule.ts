import type { Rule } from '../rule.ts';

/** What is used here is deprecated, or its mesh is retired. */
export const deprecatedFeature: Rule = {
  name: 'deprecated-feature',
  title: 'What is used here is deprecated, or its mesh is retired',
  mendedBy: '',
  severities: ['warning', 'information'],
  sources: ['https://docs.cilium.io/en/stable/operations/upgrade/'],
  check: () => [],
};
