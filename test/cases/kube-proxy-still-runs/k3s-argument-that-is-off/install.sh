curl -sfL https://get.k3s.io | sh -s - --disable-kube-proxy=false
