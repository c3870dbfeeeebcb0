#!/bin/bash
VALUES="$(mktemp)"
tee "$VALUES" > /dev/null <<'EOF'
kubeProxyReplacement: true
#^^^^^^^^^^^^^^^^^^^ error socket-lb-bypasses-mesh "Cilium 1.18.2"
operator:
  replicas: 1
EOF
helm upgrade --install cilium cilium/cilium --version 1.18.2 -n kube-system --values="${VALUES}"
