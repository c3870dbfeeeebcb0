helm --kube-context north upgrade --install cilium cilium/cilium --version 1.16.4 --set kubeProxyReplacement=true
#                                                                                       ^^^^^^^^^^^^^^^^^^^^ error socket-lb-bypasses-mesh "of cluster `north`" related north.sh:3
kubectl --context north label namespace shop istio-injection=enabled
