helm install istio-cni istio/cni -n istio-system
