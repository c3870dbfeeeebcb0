#!/bin/sh
helm upgrade --install cilium cilium/cilium --namespace kube-system --version 1.15.3 \
  --set tunnel=disabled \
  --set ipv4NativeRoutingCIDR=10.0.0.0/8
#       ^^^^^^ warning setting-has-no-effect line 3
