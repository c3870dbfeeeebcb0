#!/bin/sh
helm upgrade --install cilium cilium/cilium --version 1.11.9 -n kube-system --values cilium/values.yaml
