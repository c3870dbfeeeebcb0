resource "helm_release" "cilium" {
  name       = "cilium"
  repository = "oci://quay.io/cilium/charts"
  chart      = "cilium"
  version    = "1.16.4"
  values = [yamlencode({
    ipam = { mode = "kubernetes" }
    kubeProxyReplacement = true
#   ^^^^^^^^^^^^^^^^^^^^ error socket-lb-bypasses-mesh "Cilium 1.16.4"
    k8sServiceHost = var.control_plane
  })]
}
