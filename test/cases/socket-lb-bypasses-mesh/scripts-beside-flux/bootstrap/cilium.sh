# Flux takes over from here
helm install cilium cilium/cilium --version 1.17.4 -n kube-system --set kubeProxyReplacement=true
#                                                                       ^^^^^^^^^^^^^^^^^^^^ information socket-lb-bypasses-mesh
