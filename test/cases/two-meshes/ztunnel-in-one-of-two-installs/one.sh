helm upgrade --install cilium cilium/cilium --version 1.20.0 --set encryption.enabled=true --set encryption.type=ztunnel
