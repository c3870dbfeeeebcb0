helm upgrade --install cilium cilium/cilium --version 1.17.3 --set kubeProxyReplacement=true --set socketLB.hostNamespaceOnly=true
#                                                                  ^^^^^^^^^^^^^^^^^^^^ warning kube-proxy-still-runs
cilium status --wait
