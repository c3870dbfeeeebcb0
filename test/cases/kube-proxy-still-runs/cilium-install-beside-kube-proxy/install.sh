cilium install --version 1.17.3 --set kubeProxyReplacement=true --set socketLB.hostNamespaceOnly=true
#                                     ^^^^^^^^^^^^^^^^^^^^ information kube-proxy-still-runs
