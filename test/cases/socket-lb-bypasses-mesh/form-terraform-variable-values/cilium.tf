resource "helm_release" "cilium" {
  name       = "cilium"
  repository = "https://helm.cilium.io"
  chart      = "cilium"
  version    = "1.16.4"
  values     = concat([file("${path.module}/values.yaml")], var.more_values)
  set {
    name  = "kubeProxyReplacement"
    value = "true"
  }
}
