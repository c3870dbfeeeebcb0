resource "kubernetes_namespace" "checkout" {
  metadata {
    name = "checkout"
    labels = {
      "istio-injection" = "enabled"
      "istio.io/rev"    = "canary"
#      ^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning injection-labels-conflict "Namespace `checkout`"
    }
  }
}
resource "kubernetes_namespace" "cart" {
  metadata {
    name   = "cart"
    labels = { "istio.io/rev" = "canary" }
  }
}
