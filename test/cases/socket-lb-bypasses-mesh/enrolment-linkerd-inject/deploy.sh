kubectl kustomize apps | linkerd inject --proxy-cpu-request 10m - | kubectl apply -f -
