#!/bin/sh
helm dependency update network
helm upgrade --install network ./network -n kube-system --set cilium.socketLB.hostNamespaceOnly=true
