#!/bin/sh
helm upgrade --install cilium cilium/cilium --version 1.16.4 -n kube-system \
  -f values.yaml --set socketLB.hostNamespaceOnly=true
