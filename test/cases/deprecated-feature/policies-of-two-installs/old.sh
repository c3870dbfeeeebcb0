helm upgrade --install cilium cilium/cilium --version 1.18.2 --set ipam.mode=kubernetes
