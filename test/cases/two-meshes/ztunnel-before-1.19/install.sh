helm upgrade --install cilium cilium/cilium --version 1.17.4 --set encryption.enabled=true --set encryption.type=wireguard
