helm upgrade --install cilium cilium/cilium --version 1.17.3 --set kubeProxyReplacement=true --set k8sServiceHost=kind-control-plane --set socketLB.hostNamespaceOnly=true
