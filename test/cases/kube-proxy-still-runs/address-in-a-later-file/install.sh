helm upgrade --install cilium cilium/cilium --version 1.17.3 -f base.yaml -f east.yaml
