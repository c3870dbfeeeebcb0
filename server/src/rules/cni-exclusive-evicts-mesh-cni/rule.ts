import type { Rule } from '../rule.ts';

/** Cilium takes the mesh's CNI plugin out of the node's configuration. */
export const cniExclusiveEvictsMeshCni: Rule = {
  name: 'cni-exclusive-evicts-mesh-cni',
  title: "Cilium takes the mesh's CNI plugin out of the node's configuration",
  mendedBy: '',
  severities: ['error', 'warning'],
  sources: [
    'https://istio.io/latest/docs/ambient/install/platform-prerequisites/#cilium',
    'https://linkerd.io/2/reference/cluster-configuration/#cilium',
  ],
  check: () => [],
};
