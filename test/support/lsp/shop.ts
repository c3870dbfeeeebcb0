/** A small shop in an Istio mesh on Cilium: the first setting of `values.yaml` takes its calls past the sidecars. */
export const shop = {
  'cilium/values.yaml': 'kubeProxyReplacement: true\nk8sServiceHost: 10.0.0.1\n',
  'shop/namespace.yaml':
    'apiVersion: v1\nkind: Namespace\nmetadata:\n  name: shop\n  labels:\n    istio-injection: enabled\n',
} as const;

export const cured =
  'kubeProxyReplacement: true\nsocketLB:\n  hostNamespaceOnly: true\nk8sServiceHost: 10.0.0.1\n';
