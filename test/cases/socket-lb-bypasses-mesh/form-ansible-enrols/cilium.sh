helm upgrade --install cilium cilium/cilium --version 1.16.4 --set kubeProxyReplacement=true
#                                                                  ^^^^^^^^^^^^^^^^^^^^ error socket-lb-bypasses-mesh related roles/mesh/tasks/main.yml:9
