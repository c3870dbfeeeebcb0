resource "kubernetes_deployment_v1" "cart" {
  metadata {
    name      = "cart"
    namespace = "shop"
  }
  spec {
    template {
      metadata {
        labels      = { app = "cart" }
        annotations = { "consul.hashicorp.com/connect-inject" = "true" }
      }
    }
  }
}

resource "kubernetes_manifest" "pay" {
  manifest = {
    apiVersion = "v1"
    kind       = "Namespace"
    metadata = {
      name   = "pay"
      labels = { "istio.io/dataplane-mode" = "ambient" }
    }
  }
}

resource "kubernetes_manifest" "quota" {
  manifest = {
    kind     = "ResourceQuota"
    metadata = { labels = { "istio-injection" = "enabled" } }
  }
}

resource "kubernetes_namespace_v1" "batch" {
  metadata {
    name   = "batch"
    labels = { "istio-injection" = var.injection }
  }
}
