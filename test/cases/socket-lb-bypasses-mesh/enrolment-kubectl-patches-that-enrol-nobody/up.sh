kubectl patch svc cart -p '{"metadata":{"labels":{"istio-injection":"enabled"}}}'
kubectl patch namespace shop -p "$PATCH"
kubectl patch namespace shop --patch-file enrol.json
kubectl patch namespace shop -p '{"metadata":{"labels":{"istio-injection":"disabled"}}}'
kubectl patch deploy cart -p '{"metadata":{"annotations":{"linkerd.io/inject":"enabled"}}}'
kubectl patch ns pay --type json -p '[{"op":"test","path":"/metadata/labels/istio-injection","value":"enabled"},{"op":"add","path":"/metadata/name","value":"x"}]'
kubectl get namespace -p istio-injection
