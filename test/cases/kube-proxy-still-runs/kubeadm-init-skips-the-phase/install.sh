# kubeadm init --skip-phases=addon/kube-proxy
kubeadm init --pod-network-cidr=10.244.0.0/16 --skip-phases=addon/kube-proxy
