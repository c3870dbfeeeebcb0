linkerd inject cart.yaml > injected.yaml
linkerd inject cart.yaml | tee injected.yaml
linkerd uninject cart.yaml | kubectl apply -f -
linkerd check inject | kubectl apply -f -
osm namespace remove pay
osm namespace
echo linkerd inject cart.yaml | kubectl apply -f -
