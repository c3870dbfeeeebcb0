helm upgrade --install cilium cilium/cilium --version 1.16.4 -f - --set socketLB.hostNamespaceOnly=true <<EOF
kubeProxyReplacement: true
EOF
