#!/bin/sh
helm upgrade -i cilium cilium/cilium --version 1.15.6 -n kube-system --set-string kubeProxyReplacement=true
#                                                                                 ^^^^^^^^^^^^^^^^^^^^ error socket-lb-bypasses-mesh
