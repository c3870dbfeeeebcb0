cat <<EOF
apiVersion: v1
kind: Namespace
metadata:
  name: shop
  labels:
    istio-injection: enabled
EOF
kubectl delete -f - <<EOF
apiVersion: v1
kind: Namespace
metadata: { name: pay, labels: { istio-injection: enabled } }
EOF
cat > fix.md <<DOC
kubectl apply -f - <<EOF
apiVersion: v1
kind: Namespace
metadata: { name: pay, labels: { istio-injection: enabled } }
EOF
DOC
kubectl apply -f - <<NEVER
apiVersion: v1
kind: Namespace
metadata: { name: pay, labels: { istio-injection: enabled } }
