import type { Rule } from '../rule.ts';

/** Network policies block the health checks of ambient pods. */
export const policyBlocksAmbientProbes: Rule = {
  name: 'policy-blocks-ambient-probes',
  title: 'Network policies block the health checks of ambient pods',
  mendedBy: '',
  severities: ['warning'],
  sources: ['https://istio.io/latest/docs/ambient/install/platform-prerequisites/#cilium'],
  check: () => [],
};
