#!/usr/bin/env bash
HERE="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
kind create cluster --name plain
helm upgrade --install cilium cilium/cilium --version 1.19.0 -n kube-system -f "$HERE/manifests/cilium.yaml"
