#!/usr/bin/env bash
# Installs Cilium on the cluster of kind.yaml, which has no kube-proxy.
set -euo pipefail

helm repo add cilium https://helm.cilium.io
helm upgrade --install cilium cilium/cilium --version 1.13.2 \
  --namespace kube-system \
  --set ipam.mode=kubernetes \
  --set kubeProxyReplacement=strict \
  --set k8sServiceHost=kind1-control-plane \
  --set k8sServicePort=6443

kubectl --namespace kube-system rollout status daemonset/cilium
