#!/bin/bash
WORK=/srv/lab
API_SERVER=192.0.2.10
mkdir -p $WORK/values
cat <<EOF > $WORK/values/cilium.yaml
k8sServiceHost: "$API_SERVER"
kubeProxyReplacement: "true"
#^^^^^^^^^^^^^^^^^^^ error socket-lb-bypasses-mesh "Cilium 1.18.2"
socketLB:
  hostNamespaceOnly: true
operator:
  replicas: 1
EOF
helm install cilium cilium/cilium --version 1.18.2 --namespace kube-system \
  -f "${WORK}/values/cilium.yaml"
