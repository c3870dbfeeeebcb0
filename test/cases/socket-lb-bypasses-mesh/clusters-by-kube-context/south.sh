helm --kube-context south upgrade --install cilium cilium/cilium --version 1.16.4 --set kubeProxyReplacement=true
