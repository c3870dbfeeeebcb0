resource "helm_release" "cilium" {
  name       = "cilium"
  repository = "https://helm.cilium.io"
  chart      = "cilium"
  version    = "1.16.4"

  set {
    name  = "cni.exclusive"
    #        ^^^^^^^^^^^^^ error cni-exclusive-evicts-mesh-cni "(`helm_release linkerd_cni`)" related main.tf:13 related main.tf:8
    value = "true"
  }
}
resource "helm_release" "linkerd_cni" {
  name       = "linkerd-cni"
  repository = "https://helm.linkerd.io/edge"
  chart      = "linkerd2-cni"
}
