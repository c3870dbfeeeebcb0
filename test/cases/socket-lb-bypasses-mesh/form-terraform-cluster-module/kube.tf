module "kube-hetzner" {
  source  = "kube-hetzner/kube-hetzner/hcloud"
  version = "2.17.0"

  network_region     = "eu-central"
  cni_plugin         = "cilium"
  cilium_version     = "1.17.1"
  disable_kube_proxy = true

  cilium_values = <<-EOT
ipam:
  mode: kubernetes
kubeProxyReplacement: true
#^^^^^^^^^^^^^^^^^^^ error socket-lb-bypasses-mesh "Cilium 1.17.1"
k8sServiceHost: 127.0.0.1
k8sServicePort: 6444
  EOT
}
