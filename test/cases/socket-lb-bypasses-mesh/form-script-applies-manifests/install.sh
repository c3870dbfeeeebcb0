#!/bin/sh
# the network, before anything else
cat <<EOF | kubectl apply --server-side -f -
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
    k8sServiceHost: $API_HOST
    kubeProxyReplacement: true
    #^^^^^^^^^^^^^^^^^^^ error socket-lb-bypasses-mesh "Cilium 1.16.3"
    operator:
      replicas: ${REPLICAS:-1}
EOF
