curl -sfL https://get.k3s.io | sh -s - --flannel-backend=none --disable-kube-proxy
