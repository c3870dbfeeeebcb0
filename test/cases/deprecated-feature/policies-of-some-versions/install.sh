helm upgrade --install cilium cilium/cilium --version '>=1.19 <1.21' --set ipam.mode=kubernetes
