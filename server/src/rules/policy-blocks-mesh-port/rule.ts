import type { Rule } from '../rule.ts';

/** A network policy blocks the port on which a mesh carries its traffic. */
export const policyBlocksMeshPort: Rule = {
  name: 'policy-blocks-mesh-port',
  title: 'A network policy blocks the port on which a mesh carries its traffic',
  mendedBy: '',
  severities: ['error', 'warning'],
  sources: [
    'https://istio.io/latest/docs/ambient/usage/networkpolicy/',
    'https://linkerd.io/2/reference/cluster-configuration/',
  ],
  check: () => [],
};
