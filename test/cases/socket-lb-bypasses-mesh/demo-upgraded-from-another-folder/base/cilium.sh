helm install cilium cilium/cilium --version 1.17.4 -n kube-system \
  --set kubeProxyReplacement=true
#       ^^^^^^^^^^^^^^^^^^^^ error socket-lb-bypasses-mesh "namespace `orders`"
