#!/usr/bin/env bash
kind create cluster --config kind.yaml
cilium install --version 1.16.1 --set kubeProxyReplacement=true --set hubble.relay.enabled=true --set socketLB.hostNamespaceOnly=true
#                                     ^^^^^^^^^^^^^^^^^^^^ error socket-lb-bypasses-mesh
cilium status --wait
