import type { Rule } from '../rule.ts';

/** No version of Cilium knows the key, but it is near one that exists. */
export const unknownSetting: Rule = {
  name: 'unknown-setting',
  title: 'No version of Cilium knows the key, but it is near one that exists',
  mendedBy: '',
  severities: ['warning'],
  sources: ['https://github.com/cilium/charts'],
  check: () => [],
};
