#!/bin/bash
VALUES="$(mktemp)"
cat > "$VALUES" <<'EOF'
kubeProxyReplacement: true
operator:
  replicas: 1
EOF
VALUES="$(./merge-values.sh "$VALUES")"
helm upgrade --install cilium cilium/cilium --version 1.18.2 -n kube-system -f "$VALUES"
