resource "helm_release" "cilium" {
  name       = "cilium"
  repository = "https://helm.cilium.io"
  chart      = "cilium"
  version    = "1.11.7"
  values = [<<-YAML
    kubeProxyReplacement: strict
#   ^^^^^^^^^^^^^^^^^^^^ error socket-lb-bypasses-mesh "hostServices.hostNamespaceOnly: true"
    k8sServiceHost: ${var.control_plane}
  YAML
  ]
}
