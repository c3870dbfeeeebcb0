import type { Rule } from '../rule.ts';

/** Cilium's Gateway API gets no address with `hostNamespaceOnly`. */
export const gatewayLostWithHostNamespaceOnly: Rule = {
  name: 'gateway-lost-with-host-namespace-only',
  title: "Cilium's Gateway API gets no address with `hostNamespaceOnly`",
  mendedBy: '',
  severities: ['warning'],
  sources: ['https://github.com/cilium/cilium/issues/31274'],
  check: () => [],
};
