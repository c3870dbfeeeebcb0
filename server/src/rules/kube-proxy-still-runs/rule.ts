import type { Rule } from '../rule.ts';

/** kube-proxy and its replacement contradict each other. */
export const kubeProxyStillRuns: Rule = {
  name: 'kube-proxy-still-runs',
  title: 'kube-proxy and its replacement contradict each other',
  mendedBy: '',
  severities: ['warning', 'information'],
  sources: ['https://docs.cilium.io/en/stable/network/kubernetes/kubeproxy-free/'],
  check: () => [],
};
