resource "helm_release" "cilium" {
  name       = "cilium"
  repository = "https://helm.cilium.io/"
  chart      = "cilium"
  version    = "1.18.2"
  values = [jsonencode(
    {
      kubeProxyReplacement = "true"
#     ^^^^^^^^^^^^^^^^^^^^ error socket-lb-bypasses-mesh "Cilium 1.18.2"
      l2announcements = { enabled = true }
    }
  )]
}
