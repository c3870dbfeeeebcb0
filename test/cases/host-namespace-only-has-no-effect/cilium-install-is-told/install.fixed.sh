cilium install --version 1.17.3 --set kubeProxyReplacement=false
#                                                                      ^^^^^^^^^^^^^^^^^^^^^^^^^^ information host-namespace-only-has-no-effect
