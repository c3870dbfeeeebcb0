helm upgrade --install cilium cilium/cilium --version 1.20.0 --set ipam.mode=kubernetes
