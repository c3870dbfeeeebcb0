import { cniExclusiveEvictsMeshCni } from './cni-exclusive-evicts-mesh-cni/rule.ts';
import { deprecatedFeature } from './deprecated-feature/rule.ts';
import { gatewayLostWithHostNamespaceOnly } from './gateway-lost-with-host-namespace-only/rule.ts';
import { hostNamespaceOnlyHasNoEffect } from './host-namespace-only-has-no-effect/rule.ts';
import { hostRoutingBreaksAmbientProbes } from './host-routing-breaks-ambient-probes/rule.ts';
import { injectionLabelsConflict } from './injection-labels-conflict/rule.ts';
import { invalidConfiguration } from './invalid-configuration/rule.ts';
import { invalidField } from './invalid-field/rule.ts';
import { kubeProxyStillRuns } from './kube-proxy-still-runs/rule.ts';
import { l7PolicyOnMeshTraffic } from './l7-policy-on-mesh-traffic/rule.ts';
import { noMeshEncryption } from './no-mesh-encryption/rule.ts';
import { policyBlocksAmbientProbes } from './policy-blocks-ambient-probes/rule.ts';
import { policyBlocksControlPlane } from './policy-blocks-control-plane/rule.ts';
import { policyBlocksMeshPort } from './policy-blocks-mesh-port/rule.ts';
import { settingHasNoEffect } from './setting-has-no-effect/rule.ts';
import { settingRejected } from './setting-rejected/rule.ts';
import { socketLbBypassesMesh } from './socket-lb-bypasses-mesh/rule.ts';
import { socketLbDisabledHasNoEffect } from './socket-lb-disabled-has-no-effect/rule.ts';
import { twoMeshes } from './two-meshes/rule.ts';
import { unknownSetting } from './unknown-setting/rule.ts';
import { unusedSuppression } from './unused-suppression/rule.ts';
import type { Rule } from './rule.ts';

/** Every rule. A rule is its folder here, its page under docs/rules/ and its cases under test/cases/. */
export const rules: readonly Rule[] = [
  socketLbBypassesMesh,
  socketLbDisabledHasNoEffect,
  hostNamespaceOnlyHasNoEffect,
  cniExclusiveEvictsMeshCni,
  hostRoutingBreaksAmbientProbes,
  policyBlocksMeshPort,
  policyBlocksAmbientProbes,
  policyBlocksControlPlane,
  l7PolicyOnMeshTraffic,
  settingHasNoEffect,
  settingRejected,
  unknownSetting,
  noMeshEncryption,
  twoMeshes,
  injectionLabelsConflict,
  gatewayLostWithHostNamespaceOnly,
  kubeProxyStillRuns,
  deprecatedFeature,
  invalidField,
  unusedSuppression,
  invalidConfiguration,
];
