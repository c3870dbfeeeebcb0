#!/usr/bin/env bash
kind create cluster --config kind.yaml
cilium install --version 1.16.1 --set kubeProxyReplacement=true --set socketLB.hostNamespaceOnly=true --set hubble.relay.enabled=true
#                                     ^^^^^^^^^^^^^^^^^^^^ error socket-lb-bypasses-mesh
cilium status --wait
