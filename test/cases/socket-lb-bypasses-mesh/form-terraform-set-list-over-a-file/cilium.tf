resource "helm_release" "cilium" {
  name       = "cilium"
  repository = "https://helm.cilium.io"
  chart      = "cilium"
  version    = "1.17.1"
  values     = ["${file("${path.module}/values.yaml")}"]
  set = [
    { name = "kubeProxyReplacement", value = "true" },
    { name = "k8sServiceHost", value = var.control_plane },
  ]
}
#             ^^^^^^^^^^^^^^^^^^^^ error socket-lb-bypasses-mesh line 8 "Cilium 1.17.1"
