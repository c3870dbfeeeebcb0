import type { FlagSyntax } from './arguments.ts';

/** Flags with a value of `helm install|upgrade|template`, Helm 2 to 4; all others are switches or take `=value` only. */
export const helmFlags: FlagSyntax = {
  withValue: new Set(
    // Values and the chart.
    (
      'set set-string set-json set-literal set-file values version repo username password ca-file cert-file key-file keyring ' +
      // The release.
      'namespace name name-template description labels timeout output history-max post-renderer post-renderer-args ' +
      // Rendering.
      'api-versions kube-version output-dir show-only execute notes ' +
      // The cluster and Helm itself.
      'burst-limit color colour content-cache kube-apiserver kube-as-group kube-as-user kube-ca-file kube-context ' +
      'kube-tls-server-name kube-token kubeconfig qps registry-config repository-cache repository-config home host ' +
      'tiller-namespace tiller-connection-timeout tls-ca-cert tls-cert tls-hostname tls-key'
    ).split(' '),
  ),
  short: {
    f: 'values',
    n: 'namespace',
    l: 'labels',
    o: 'output',
    a: 'api-versions',
    s: 'show-only',
    x: 'execute',
    i: 'install',
    g: 'generate-name',
    h: 'help',
  },
};

/** Flags with a value of `cilium install|upgrade`, from the first command line to the one built on Helm. */
export const ciliumFlags: FlagSyntax = {
  withValue: new Set(
    // Values and the chart; `--helm-…` are the older names.
    (
      'set set-string set-file values helm-set helm-set-string helm-set-file helm-values version chart-directory repository ' +
      // What the older one had flags of its own for.
      'config kube-proxy-replacement ipam ipv4-native-routing-cidr native-routing-cidr cluster-id cluster-name encryption ' +
      'agent-image operator-image image-suffix image-tag inherit-ca disable-check k8s-version helm-auto-gen-values ' +
      'helm-values-secret-name api-versions cilium-ready-timeout azure-resource-group azure-node-resource-group ' +
      'azure-subscription azure-subscription-id azure-tenant-id azure-client-id azure-client-secret hubble-relay-image ' +
      'clustermesh-apiserver-image eks-node-label-selector ' +
      // The cluster.
      'namespace context kubeconfig as as-group helm-release-name impersonate-as impersonate-group datapath-mode wait-duration'
    ).split(' '),
  ),
  short: { f: 'values', n: 'namespace', h: 'help' },
};

/**
 * Older flags of `cilium install` that stood for one value of the chart each (cilium-cli, `FlagsToHelmOpts`). The
 * command line of today refuses them.
 */
export const ciliumValueFlags: Readonly<Record<string, readonly string[]>> = {
  'kube-proxy-replacement': ['kubeProxyReplacement'],
  ipam: ['ipam', 'mode'],
  'ipv4-native-routing-cidr': ['ipv4NativeRoutingCIDR'],
  'cluster-id': ['cluster', 'id'],
  'cluster-name': ['cluster', 'name'],
};
