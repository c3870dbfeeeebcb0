#!/bin/sh
helm upgrade -i cilium oci://quay.io/cilium/charts/cilium --version=1.18.4 -n kube-system \
  --set 'k8sServiceHost=10.0.0.10,k8sServicePort=6443,kubeProxyReplacement=true'
#                                                     ^^^^^^^^^^^^^^^^^^^^ error socket-lb-bypasses-mesh
