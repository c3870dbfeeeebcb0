helm upgrade --install cilium cilium/cilium --version 1.17.3 --values cilium.yaml
