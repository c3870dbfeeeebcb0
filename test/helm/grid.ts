import type { Values } from '../unit/knowledge/read-values.ts';

/** A way to fill in Cilium's values, with a name for the test's report. */
export interface Case {
  readonly name: string;
  readonly values: Values;
}

function named(values: Values): Case {
  return { name: JSON.stringify(values), values };
}

const modes = [
  true,
  false,
  'true',
  'false',
  'True',
  'strict',
  'partial',
  'probe',
  'disabled',
  '',
  null,
  1,
  0,
];
const socketLb = [
  { enabled: true },
  { enabled: false, hostNamespaceOnly: true },
  { hostNamespaceOnly: 'true' },
];
const compatibilities = ['1.7', '1.8', '1.9', '1.10', '1.11', '1.12', '1.13', '1.14', '1.17', 1.9];

/** The mode that replaces kube-proxy as a whole, in the words of this version. */
function whole(chartMinor: number): string | boolean {
  return chartMinor < 14 ? 'strict' : true;
}

function partly(chartMinor: number): string | boolean {
  return chartMinor < 14 ? 'partial' : false;
}

/** What is tried with every chart. `chartMinor` is the second number of its version. */
export function gridFor(chartMinor: number): readonly Case[] {
  const kubeProxyReplacement = whole(chartMinor);
  const off = partly(chartMinor);
  const on = (values: Values): Values => ({ kubeProxyReplacement, ...values });
  return [
    {},
    ...modes.map((mode) => ({ kubeProxyReplacement: mode })),
    ...socketLb.flatMap((value) => [on({ socketLB: value }), { kubeProxyReplacement: off, socketLB: value }]),
    on({ hostServices: { enabled: true, hostNamespaceOnly: true } }),
    { kubeProxyReplacement: off, hostServices: { enabled: true, hostNamespaceOnly: true } },
    on({ socketLB: null, hostServices: { enabled: true, hostNamespaceOnly: true } }),
    { kubeProxyReplacement: off, socketLB: null, hostServices: { enabled: true } },
    on({ socketLB: true }),
    on({ socketLB: false }),
    on({ socketLB: { enabled: 'true' } }),
    on({ socketLB: { hostNamespaceOnly: null } }),
    on({ extraConfig: { 'bpf-lb-sock-hostns-only': 'true' } }),
    on({ socketLB: { hostNamespaceOnly: true }, extraConfig: { 'bpf-lb-sock-hostns-only': 'false' } }),
    { kubeProxyReplacement: off, extraConfig: { 'kube-proxy-replacement': 'true' } },
    { kubeProxyReplacement: off, extraConfig: { 'bpf-lb-sock': 'true' } },
    on({ gatewayAPI: { enabled: true } }),
    on({ gatewayAPI: { enabled: true }, socketLB: { hostNamespaceOnly: false } }),
    on({ gatewayAPI: { enabled: true }, l7Proxy: false }),
    on({ gatewayAPI: { enabled: true }, extraConfig: { 'bpf-lb-sock-hostns-only': 'false' } }),
    { gatewayAPI: { enabled: true } },
    { ingressController: { enabled: true }, kubeProxyReplacement: 'disabled' },
    ...compatibilities.map((upgradeCompatibility) => ({ upgradeCompatibility })),
    on({ upgradeCompatibility: '1.9' }),
    on({ bpf: { masquerade: true, hostLegacyRouting: true } }),
    on({ bpf: { masquerade: false, hostRouting: true } }),
    on({ bpf: { hostLegacyRouting: false, hostRouting: true } }),
    on({ bpf: { masquerade: 'true' } }),
    { cni: { exclusive: false } },
    { cni: { exclusive: 'false' } },
    { cni: { customConf: true } },
    { cni: { install: false } },
    { cni: { chainingMode: 'generic-veth' } },
    { cni: { chainingTarget: 'istio' } },
    { enableIPv4Masquerade: false, masquerade: false },
    { eni: { enabled: true } },
    { tunnel: 'disabled' },
    { hostFirewall: true },
    { bandwidthManager: true },
    { encryption: { secretName: 'keys' } },
    { remoteNodeIdentity: true },
    { enableCiliumEndpointSlice: true },
    { ipam: { mode: 'eni' } },
    { ipam: { operator: { clusterPoolIPv4PodCIDR: '10.0.0.0/8' } } },
    { standaloneDnsProxy: { enabled: true } },
    { routingMode: 'native', enableIPv4Masquerade: true },
    { authentication: { mutual: { spire: { enabled: true } } } },
    { bpf: { tproxy: true, datapathMode: 'netkit' } },
    { l7Proxy: false, policyEnforcementMode: 'never', enableNonDefaultDenyPolicies: false },
  ].map(named);
}
