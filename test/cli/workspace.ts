/** A workspace in which the socket load balancer bypasses Istio's sidecars. */
export const broken: Readonly<Record<string, string>> = {
  'cilium/values.yaml': 'kubeProxyReplacement: true\nk8sServiceHost: 10.0.0.10\n',
  'shop.yaml':
    'apiVersion: v1\nkind: Namespace\nmetadata:\n  name: shop\n  labels:\n    istio-injection: enabled\n',
};

/** The values of `broken` after the fix. */
export const mendedValues =
  'kubeProxyReplacement: true\nsocketLB:\n  hostNamespaceOnly: true\nk8sServiceHost: 10.0.0.10\n';
