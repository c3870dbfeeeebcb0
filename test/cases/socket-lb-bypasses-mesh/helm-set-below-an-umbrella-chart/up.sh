#!/bin/sh
helm upgrade --install network ./network -n kube-system \
  --set cilium.k8sServiceHost=10.0.0.10 \
  --set cilium.kubeProxyReplacement=true
#       ^^^^^^^^^^^^^^^^^^^^^^^^^^^ error socket-lb-bypasses-mesh line 4 "Cilium 1.16.4"
