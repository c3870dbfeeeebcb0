# kubeadm init --skip-phases=addon/kube-proxy
kubeadm init # --skip-phases=addon/kube-proxy
