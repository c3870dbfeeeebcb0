kubectl label namespace default istio-injection=enabled
kubectl apply -f demo.yaml
kubectl delete -f demo.yaml
kubectl label namespace default istio-injection-
