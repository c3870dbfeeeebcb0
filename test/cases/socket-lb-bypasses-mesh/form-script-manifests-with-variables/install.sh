#!/bin/sh
KPR=${1:-false}
kubectl apply -f - <<EOF
apiVersion: helm.cattle.io/v1
kind: HelmChart
metadata:
  name: cilium
  namespace: kube-system
spec:
  repo: https://helm.cilium.io
  chart: cilium
  version: 1.16.3
  valuesContent: |-
    kubeProxyReplacement: $KPR
    socketLB:
      hostNamespaceOnly: $(test "$1" = mesh && echo true || echo false)
EOF
usage() {
  cat <<EOF
apiVersion: helm.cattle.io/v1
kind: HelmChartConfig
metadata:
  name: rke2-cilium
  namespace: kube-system
spec:
  valuesContent: |-
    kubeProxyReplacement: true
EOF
}
