#!/usr/bin/env bash
set -euo pipefail
helm upgrade --install cilium cilium/cilium --version 1.16.4 --namespace kube-system \
  --set cni.exclusive=true
  #     ^^^^^^^^^^^^^ error cni-exclusive-evicts-mesh-cni "(`helm upgrade istio-cni`)" related install.sh:6
helm upgrade --install istio-cni istio/cni --namespace istio-system
