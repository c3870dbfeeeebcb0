cilium install --version 1.17.3 --set kubeProxyReplacement=false --set socketLB.hostNamespaceOnly=true
#                                                                      ^^^^^^^^^^^^^^^^^^^^^^^^^^ information host-namespace-only-has-no-effect
