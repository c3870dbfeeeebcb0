helm upgrade cilium cilium/cilium --version 1.17.4 -n kube-system --reuse-values --set cni.exclusive=false
istioctl install -y --set profile=default
kubectl label namespace orders istio-injection=enabled
