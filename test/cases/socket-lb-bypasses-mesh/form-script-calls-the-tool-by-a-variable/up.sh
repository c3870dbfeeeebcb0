#!/usr/bin/env bash
set -euo pipefail

CILIUM_CLI="$(mktemp -d)/bin"

"$CILIUM_CLI" install --version 1.16.5 --set kubeProxyReplacement=true
#                                            ^^^^^^^^^^^^^^^^^^^^ error socket-lb-bypasses-mesh "Cilium 1.16.5"
"$CILIUM_CLI" status --wait
