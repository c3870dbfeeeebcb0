apiVersion: helm.cattle.io/v1
kind: HelmChart
metadata:
  name: cilium
  namespace: kube-system
spec:
  chart: cilium
  repo: https://helm.cilium.io/
  version: "${cilium_version}"
  valuesContent: |-
    kubeProxyReplacement: true
    ${indent(4, extra_values)}
