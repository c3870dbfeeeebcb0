#!/usr/bin/env bash
helm upgrade --install cilium cilium/cilium --version 1.16.4 --namespace kube-system \
  --set kubeProxyReplacement=true --set socketLB.hostNamespaceOnly=true
