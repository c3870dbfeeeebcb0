#!/usr/bin/env bash
HERE="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
kind create cluster --name ambient
helm install cilium cilium/cilium --version 1.19.0 -n kube-system -f "$HERE/manifests/cilium.yaml"
helm install istio-cni istio/cni -n istio-system --version 1.28.3 --set profile=ambient
kubectl label namespace demo istio.io/dataplane-mode=ambient --overwrite
