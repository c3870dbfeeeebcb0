#!/usr/bin/env bash
set -euo pipefail

helm repo add cilium https://helm.cilium.io
helm upgrade --install cilium cilium/cilium \
  --version 1.13.2 \
  --namespace kube-system \
  --set ipam.mode=kubernetes \
  --set kubeProxyReplacement=strict \
  --set k8sServiceHost=lab-control-plane \
  --set k8sServicePort=6443 \
  --set socketLB.hostNamespaceOnly=true
#       ^^^^^^^^^^^^^^^^^^^^ error socket-lb-bypasses-mesh line 9 "socketLB.hostNamespaceOnly"

kubectl -n kube-system rollout status daemonset/cilium
