#!/bin/bash
set -euo pipefail
helm upgrade --install cilium cilium/cilium --version 1.16.4 -n kube-system -f base.yaml -f - <<EOF
k8sServiceHost: ${CONTROL_PLANE}
kubeProxyReplacement: true
#^^^^^^^^^^^^^^^^^^^ error socket-lb-bypasses-mesh "Cilium 1.16.4"
socketLB:
  hostNamespaceOnly: true
EOF
