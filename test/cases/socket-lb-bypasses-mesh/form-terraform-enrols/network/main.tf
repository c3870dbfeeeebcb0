resource "helm_release" "cilium" {
  name       = "cilium"
  repository = "https://helm.cilium.io"
  chart      = "cilium"
  version    = "1.16.4"
  values     = [file("${path.module}/cilium.yaml")]
}
