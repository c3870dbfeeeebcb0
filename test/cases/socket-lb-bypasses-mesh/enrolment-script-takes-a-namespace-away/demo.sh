#!/bin/bash
helm install cilium cilium/cilium --version 1.17.2 -n kube-system --set kubeProxyReplacement=true
#                                                                       ^^^^^^^^^^^^^^^^^^^^ hint socket-lb-bypasses-mesh
kubectl delete --ignore-not-found -f - <<EOF
apiVersion: v1
kind: Namespace
metadata:
  name: orders
  labels:
    istio-injection: enabled
EOF
kubectl apply --dry-run=client -f - <<EOF
apiVersion: v1
kind: Namespace
metadata:
  name: orders
  labels:
    istio-injection: enabled
EOF
