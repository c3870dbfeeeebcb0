#!/bin/sh
# cilium-mesh-lint-ignore-next-line socket-lb-bypasses-mesh: a lab
helm upgrade --install cilium cilium/cilium --version 1.16.4 \
  --namespace kube-system \
  --set kubeProxyReplacement=true \
  --set k8sServiceHost=10.0.0.1
