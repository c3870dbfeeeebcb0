resource "kubernetes_labels" "shop" {
  api_version = "v1"
  kind        = "Namespace"
  metadata {
    name = "shop"
  }
  labels = {
    "istio-injection" = "enabled"
  }
}

resource "kubernetes_annotations" "pay" {
  api_version = "v1"
  kind        = "Namespace"
  metadata {
    name = "pay"
  }
  annotations = {
    "linkerd.io/inject" = "enabled"
  }
}

resource "kubernetes_labels" "node" {
  api_version = "v1"
  kind        = "Node"
  metadata {
    name = "one"
  }
  labels = {
    "kuma.io/sidecar-injection" = "enabled"
  }
}
