if ! kubectl get ns shop; then
	kubectl apply -f - <<-EOF
	apiVersion: v1
	kind: Namespace
	metadata:
	  name: shop
	  labels:
	    istio-injection: enabled
	EOF
fi
