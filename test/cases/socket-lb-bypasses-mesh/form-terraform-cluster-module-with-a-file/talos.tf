module "talos" {
  source         = "hcloud-talos/talos/hcloud"
  version        = "~> 3.1"
  cilium_version = "1.18.5"
  cilium_values  = [file("${path.module}/cilium.yaml")]
}
