#!/bin/sh
helm upgrade --install cilium cilium/cilium --namespace kube-system --version 1.15.3 \
  --set ipv4NativeRoutingCIDR=10.0.0.0/8 \
  --set routingMode=native
#       ^^^^^^ warning setting-has-no-effect line 3
