helm upgrade --install cilium cilium/cilium --version 1.13.18 --set kubeProxyReplacement=partial
