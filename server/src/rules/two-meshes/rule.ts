import type { Rule } from '../rule.ts';

/** Two meshes take hold of the same workloads. */
export const twoMeshes: Rule = {
  name: 'two-meshes',
  title: 'Two meshes take hold of the same workloads',
  mendedBy: '',
  severities: ['error', 'warning'],
  sources: [
    'https://docs.cilium.io/en/stable/security/network/encryption-ztunnel/',
    'https://istio.io/latest/docs/ambient/usage/add-workloads/',
  ],
  check: () => [],
};
