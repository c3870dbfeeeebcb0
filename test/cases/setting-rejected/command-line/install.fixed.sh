#!/bin/sh
helm upgrade --install cilium cilium/cilium --namespace kube-system --version 1.17.3 \
  --set kubeProxyReplacement=true \
  --set socketLB.hostNamespaceOnly=true
#       ^^^^^^^^^^^^^^^^^^^^ error setting-rejected line 3
