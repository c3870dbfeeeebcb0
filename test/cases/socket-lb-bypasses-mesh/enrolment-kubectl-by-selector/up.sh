kubectl label namespaces -l team=retail istio.io/dataplane-mode=ambient
kubectl label ns --all kuma.io/sidecar-injection=disabled
