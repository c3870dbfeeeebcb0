resource "helm_release" "cilium" {
  name       = "cilium"
  repository = "https://helm.cilium.io"
  chart      = "cilium"
  version    = "1.14.5"
  namespace  = "kube-system"

  values = [
    file("${path.module}/values/cilium.yaml"),
  ]
}
