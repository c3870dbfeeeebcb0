locals {
  cilium_version = "1.16.4"
}

resource "helm_release" "cilium" {
  name       = "cilium"
  repository = "https://helm.cilium.io"
  chart      = "cilium"
  version    = local.cilium_version

  set {
    name  = "kubeProxyReplacement"
    value = "true"
  }
}
#            ^^^^^^^^^^^^^^^^^^^^ error socket-lb-bypasses-mesh line 12 "Cilium 1.16.4" related cilium.tf:12
