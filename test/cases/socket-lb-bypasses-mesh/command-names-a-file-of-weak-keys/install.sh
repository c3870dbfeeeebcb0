helm upgrade --install cilium cilium/cilium --version 1.20.0 -f values.yaml -f gateway.yaml
