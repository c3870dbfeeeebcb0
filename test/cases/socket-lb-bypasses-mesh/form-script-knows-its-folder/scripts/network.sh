#!/usr/bin/env bash
set -euo pipefail

HERE="$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" &>/dev/null && pwd)"
readonly ROOT="$(cd "$HERE/.." && pwd)"
readonly VERSION="${CILIUM_VERSION:-1.18.4}"
readonly VALUES="${ROOT}/deploy/cilium/base.yaml"

helm upgrade --install cilium oci://quay.io/cilium/charts/cilium \
  --namespace kube-system \
  --version "$VERSION" \
  --values "$VALUES" \
  --values "$(dirname "$0")/../deploy/cilium/lab.yaml" \
  --wait
