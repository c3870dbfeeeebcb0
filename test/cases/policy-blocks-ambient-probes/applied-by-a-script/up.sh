#!/usr/bin/env bash
helm upgrade --install cilium cilium/cilium --version 1.17.2 -n kube-system --set cni.exclusive=false

kubectl apply -f - <<'YAML'
apiVersion: v1
kind: Namespace
metadata:
  name: orders
  labels:
    istio.io/dataplane-mode: ambient
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: orders
  namespace: orders
spec:
  selector:
    matchLabels: { app: orders }
  template:
    metadata:
      labels: { app: orders }
    spec:
      containers:
        - name: orders
          image: orders
          readinessProbe: { httpGet: { path: /, port: 8080 } }
YAML

kubectl apply -f - <<'YAML'
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: default-deny
  namespace: orders
spec:
  podSelector: {}
# ^^^^^^^^^^^ warning policy-blocks-ambient-probes "Deployment orders"
  policyTypes:
    - Ingress
YAML
