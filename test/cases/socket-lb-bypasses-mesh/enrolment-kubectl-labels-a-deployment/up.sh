# The label of a Deployment is not that of its pods.
kubectl label deployment/cart sidecar.istio.io/inject=true
kubectl annotate deploy cart linkerd.io/inject=enabled
kubectl label namespace shop istio-injection=enabled --dry-run=client
