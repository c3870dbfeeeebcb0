#!/bin/sh
helm upgrade --install cilium cilium/cilium --version 1.14.5 \
  --set kubeProxyReplacement=true --set socketLB.hostNamespaceOnly=${MESH}
