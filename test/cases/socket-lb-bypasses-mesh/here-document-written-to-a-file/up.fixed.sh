cat > cilium-values.yaml <<'EOF'
kubeProxyReplacement: true
#^^^^^^^^^^^^^^^^^^^ error socket-lb-bypasses-mesh "Cilium 1.16.4"
socketLB:
  hostNamespaceOnly: true
operator:
  replicas: 1
EOF
helm upgrade --install cilium cilium/cilium --version 1.16.4 -n kube-system -f cilium-values.yaml
