cat > cilium-values.yaml <<'EOF'
kubeProxyReplacement: true
operator:
  replicas: 1
EOF
if [ -n "$WITH_MESH" ]; then
  yq -i '.socketLB.hostNamespaceOnly = true' cilium-values.yaml
fi
helm upgrade --install cilium cilium/cilium --version 1.18.2 -n kube-system -f cilium-values.yaml
