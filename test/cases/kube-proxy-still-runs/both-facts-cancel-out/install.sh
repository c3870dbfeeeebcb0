kubectl -n kube-system delete daemonset/kube-proxy
