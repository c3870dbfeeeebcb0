#!/usr/bin/env bash
set -euo pipefail

helm upgrade --install cilium ./cilium-1.11.20.tgz \
  --namespace kube-system \
  --set kubeProxyReplacement=strict
#       ^^^^^^^^^^^^^^^^^^^^ error socket-lb-bypasses-mesh "Cilium 1.11.20" "hostServices.hostNamespaceOnly"
