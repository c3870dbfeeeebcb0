kubectl label namespace shop istio-injection=enabled
./test.sh
kubectl label namespace shop istio.io/dataplane-mode=ambient
