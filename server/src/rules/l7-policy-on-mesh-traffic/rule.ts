import type { Rule } from '../rule.ts';

/** A Cilium HTTP policy reads traffic that the mesh has encrypted. */
export const l7PolicyOnMeshTraffic: Rule = {
  name: 'l7-policy-on-mesh-traffic',
  title: 'A Cilium HTTP policy reads traffic that the mesh has encrypted',
  mendedBy: '',
  severities: ['error'],
  sources: ['https://docs.cilium.io/en/stable/network/servicemesh/istio/'],
  check: () => [],
};
