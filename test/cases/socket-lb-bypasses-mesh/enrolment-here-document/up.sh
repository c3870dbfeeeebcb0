#!/bin/bash
kubectl apply -f - <<EOF
apiVersion: v1
kind: Namespace
metadata:
  name: shop
  labels:
    istio-injection: enabled
    istio.io/rev: canary
#   ^^^^^^^^^^^^^^^^^^^^ warning injection-labels-conflict "Namespace `shop`"
EOF
cat <<'YAML' | kubectl --context kind-one create -f -
apiVersion: v1
kind: Namespace
metadata:
  name: pay
  annotations:
    linkerd.io/inject: enabled
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: pay
  namespace: pay
spec:
  template:
    metadata:
      labels:
        app: pay
YAML
