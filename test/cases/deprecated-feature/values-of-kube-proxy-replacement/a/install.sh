helm upgrade --install cilium cilium/cilium --version 1.14.2 --set kubeProxyReplacement=disabled
#                                                                  ^^^^^^^^^^^^^^^^^^^^ information deprecated-feature "The value (`kubeProxyReplacement: disabled`)" "Write `false` instead."
