import type { Rule } from '../rule.ts';

/** `socketLB.enabled: false` has no effect under kube-proxy replacement. */
export const socketLbDisabledHasNoEffect: Rule = {
  name: 'socket-lb-disabled-has-no-effect',
  title: '`socketLB.enabled: false` has no effect under kube-proxy replacement',
  mendedBy: '',
  severities: ['warning', 'information'],
  sources: [
    'https://docs.cilium.io/en/stable/network/kubernetes/kubeproxy-free/#socket-loadbalancer-bypass-in-pod-namespace',
  ],
  check: () => [],
};
