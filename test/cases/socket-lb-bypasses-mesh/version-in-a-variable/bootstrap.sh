#!/bin/sh
CILIUM_VERSION="${CILIUM_VERSION:-1.14.5}"
helm upgrade --install cilium cilium/cilium --version "$CILIUM_VERSION" -n kube-system --set kubeProxyReplacement=true
#                                                                                            ^^^^^^^^^^^^^^^^^^^^ error socket-lb-bypasses-mesh
