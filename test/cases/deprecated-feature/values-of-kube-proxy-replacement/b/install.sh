helm upgrade --install cilium cilium/cilium --version 1.15.0 --set kubeProxyReplacement=partial
#                                                                  ^^^^^^^^^^^^^^^^^^^^ information deprecated-feature "switch on by their own keys"
