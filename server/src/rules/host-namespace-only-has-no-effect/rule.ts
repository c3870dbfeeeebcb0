import type { Rule } from '../rule.ts';

/** `hostNamespaceOnly` is set while no socket load balancer runs. */
export const hostNamespaceOnlyHasNoEffect: Rule = {
  name: 'host-namespace-only-has-no-effect',
  title: '`hostNamespaceOnly` is set while no socket load balancer runs',
  mendedBy: '',
  severities: ['information'],
  sources: [
    'https://docs.cilium.io/en/stable/network/kubernetes/kubeproxy-free/#socket-loadbalancer-bypass-in-pod-namespace',
  ],
  check: () => [],
};
