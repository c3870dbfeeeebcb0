# what the module itself sets is not known here
module "kube-hetzner" {
  source              = "github.com/kube-hetzner/terraform-hcloud-kube-hetzner"
  cni_plugin          = "cilium"
  cilium_merge_values = <<-EOT
    kubeProxyReplacement: true
  EOT
}

module "cured" {
  source         = "kube-hetzner/kube-hetzner/hcloud"
  cni_plugin     = "cilium"
  cilium_version = "1.17.1"
  cilium_values  = <<-EOT
    kubeProxyReplacement: true
  EOT
  cilium_merge_values = <<-EOT
    socketLB:
      hostNamespaceOnly: true
  EOT
}

module "flannel" {
  source        = "kube-hetzner/kube-hetzner/hcloud"
  cni_plugin    = "flannel"
  cilium_values = <<-EOT
    kubeProxyReplacement: true
  EOT
}
