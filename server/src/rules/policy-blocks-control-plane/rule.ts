import type { Rule } from '../rule.ts';

/** Network policies cut proxies off from the control plane of the mesh. */
export const policyBlocksControlPlane: Rule = {
  name: 'policy-blocks-control-plane',
  title: 'Network policies cut proxies off from the control plane of the mesh',
  mendedBy: '',
  severities: ['warning'],
  sources: ['https://istio.io/latest/docs/ops/deployment/application-requirements/'],
  check: () => [],
};
