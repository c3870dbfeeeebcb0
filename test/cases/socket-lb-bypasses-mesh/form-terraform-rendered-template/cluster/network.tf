# rendered here, handed on to the machines as inline manifests
data "helm_template" "network" {
  name         = "cilium"
  namespace    = "kube-system"
  repository   = "https://helm.cilium.io/"
  chart        = "cilium"
  version      = "v1.17.4"
  kube_version = var.kubernetes_version

  values = [file("${path.module}/network.yaml")]
}

data "talos_machine_configuration" "controlplane" {
  cluster_name = var.name
  machine_type = "controlplane"
  config_patches = [yamlencode({
    cluster = {
      inlineManifests = [{ name = "network", contents = data.helm_template.network.manifest }]
    }
  })]
}
