import type { RuleName } from '../../server/src/rules/names.ts';

/** Rules that a reader looks for together. */
export interface RuleGroup {
  readonly title: string;
  /** What the rules of the group ask, in one sentence. */
  readonly about: string;
  readonly rules: readonly RuleName[];
}

/** Every rule stands in one group, the weightiest first. */
export const ruleGroups: readonly RuleGroup[] = [
  {
    title: 'Socket load balancer',
    about: 'Does the mesh still see the calls of its pods?',
    rules: [
      'socket-lb-bypasses-mesh',
      'socket-lb-disabled-has-no-effect',
      'host-namespace-only-has-no-effect',
      'gateway-lost-with-host-namespace-only',
    ],
  },
  {
    title: 'CNI and routing',
    about: 'Can the plugin of the mesh, its health checks and its proxies do their work on the node?',
    rules: ['cni-exclusive-evicts-mesh-cni', 'host-routing-breaks-ambient-probes', 'kube-proxy-still-runs'],
  },
  {
    title: 'Policies',
    about: 'Do network policies leave the mesh what it needs, and can they see what they decide about?',
    rules: [
      'policy-blocks-mesh-port',
      'policy-blocks-ambient-probes',
      'policy-blocks-control-plane',
      'l7-policy-on-mesh-traffic',
    ],
  },
  {
    title: 'Meshes',
    about: 'Does each workload take part in one mesh, and really in it?',
    rules: ['two-meshes', 'injection-labels-conflict'],
  },
  {
    title: 'Settings',
    about: 'Does this version of Cilium take what is written, and act on it?',
    rules: [
      'setting-has-no-effect',
      'setting-rejected',
      'unknown-setting',
      'no-mesh-encryption',
      'invalid-field',
    ],
  },
  {
    title: 'Housekeeping',
    about: 'What is on its way out, and what is said to this program without effect?',
    rules: ['deprecated-feature', 'unused-suppression', 'invalid-configuration'],
  },
];
