import type { Rule } from '../rule.ts';

/** This version of Cilium refuses the value. */
export const settingRejected: Rule = {
  name: 'setting-rejected',
  title: 'This version of Cilium refuses the value',
  mendedBy: '',
  severities: ['error'],
  sources: ['https://docs.cilium.io/en/stable/operations/upgrade/', 'https://github.com/cilium/charts'],
  check: () => [],
};
