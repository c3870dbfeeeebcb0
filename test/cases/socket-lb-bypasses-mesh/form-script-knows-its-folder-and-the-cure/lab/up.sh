#!/bin/sh
cd "$(dirname "$0")/.."
helm install cilium cilium/cilium --version 1.16.2 -n kube-system \
  --set kubeProxyReplacement=true -f "${0%/*}/cure.yaml"
