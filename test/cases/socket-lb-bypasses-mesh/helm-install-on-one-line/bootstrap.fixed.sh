#!/bin/sh
helm install cilium cilium/cilium --version 1.15.1 -n kube-system --set kubeProxyReplacement=true --set socketLB.hostNamespaceOnly=true --wait
#                                                                       ^^^^^^^^^^^^^^^^^^^^ error socket-lb-bypasses-mesh
