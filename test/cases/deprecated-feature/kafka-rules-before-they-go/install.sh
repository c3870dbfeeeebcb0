helm upgrade --install cilium cilium/cilium --version 1.19.1 --set ipam.mode=kubernetes
