/** The names of all rules: stable, they stand in configurations, suppressions and links. */
export const ruleNames = [
  'socket-lb-bypasses-mesh',
  'socket-lb-disabled-has-no-effect',
  'host-namespace-only-has-no-effect',
  'cni-exclusive-evicts-mesh-cni',
  'host-routing-breaks-ambient-probes',
  'policy-blocks-mesh-port',
  'policy-blocks-ambient-probes',
  'policy-blocks-control-plane',
  'l7-policy-on-mesh-traffic',
  'setting-has-no-effect',
  'setting-rejected',
  'unknown-setting',
  'no-mesh-encryption',
  'two-meshes',
  'injection-labels-conflict',
  'gateway-lost-with-host-namespace-only',
  'kube-proxy-still-runs',
  'deprecated-feature',
  'invalid-field',
  'unused-suppression',
  'invalid-configuration',
] as const;

export type RuleName = (typeof ruleNames)[number];
