#!/bin/sh
# helm upgrade --install cilium cilium/cilium --version 1.13.2 --set kubeProxyReplacement=strict
echo "see the wiki"
