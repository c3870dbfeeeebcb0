#!/bin/bash
set -e
helm install cilium cilium/cilium --version 1.17.2 -n kube-system --set kubeProxyReplacement=true
#                                                                       ^^^^^^^^^^^^^^^^^^^^ error socket-lb-bypasses-mesh "namespace `orders`" related demo.sh:11
kubectl apply -f - <<EOF
apiVersion: v1
kind: Namespace
metadata:
  name: orders
  labels:
    istio-injection: enabled
EOF
kubectl -n orders apply -f orders.yaml
