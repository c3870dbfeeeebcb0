resource "aws_eks_addon" "kube_proxy" {
  cluster_name = aws_eks_cluster.east.name
  addon_name   = "kube-proxy"
}
