#!/usr/bin/env bash
# Installs Istio and the lighthouse: a pod that asks for a name only the mesh knows.
set -euo pipefail
cd "$(dirname "$0")"

istioctl install --skip-confirmation --filename istio.yaml
kubectl apply --filename lighthouse.yaml
kubectl --namespace lighthouse rollout status deployment/keeper
kubectl --namespace lighthouse exec deployment/keeper -- curl --silent --show-error http://tides.internal/today
