#!/usr/bin/env bash
cilium install --version 1.17.2 --set ipam.mode=kubernetes
#                                     ^^^^ error cni-exclusive-evicts-mesh-cni "(`istioctl install`)" related install.sh:4
istioctl install --set profile=ambient --skip-confirmation
