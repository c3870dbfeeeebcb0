kubectl patch namespace shop -p '{"metadata":{"labels":{"istio-injection":"enabled"}}}'
kubectl patch deploy/cart -n pay --type=merge --patch '{"spec":{"template":{"metadata":{"annotations":{"linkerd.io/inject":"enabled"}}}}}'
kubectl patch deployments.apps prices -n pay --type json -p '[{"op":"add","path":"/spec/template/metadata/labels/kuma.io~1sidecar-injection","value":"enabled"},{"op":"remove","path":"/spec/template/metadata/labels/app"}]'
kubectl patch ns batch --type json -p '[{"op":"replace","path":"/metadata/labels","value":{"istio.io/dataplane-mode":"ambient"}}]'
