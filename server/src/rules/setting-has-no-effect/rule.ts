import type { Rule } from '../rule.ts';

/** This version of Cilium ignores the setting without a word. */
export const settingHasNoEffect: Rule = {
  name: 'setting-has-no-effect',
  title: 'This version of Cilium ignores the setting without a word',
  mendedBy: '',
  severities: ['error', 'warning'],
  sources: ['https://docs.cilium.io/en/stable/operations/upgrade/', 'https://github.com/cilium/charts'],
  check: () => [],
};
