helm upgrade --install cilium cilium/cilium --version 1.17.3 --set socketLB.hostNamespaceOnly=true
#                                                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^ information host-namespace-only-has-no-effect
