#!/usr/bin/env bash
mkdir -p /etc/rancher/rke2 /var/lib/rancher/rke2/server/manifests
cat <<EOF > /etc/rancher/rke2/config.yaml
cni: cilium
disable-kube-proxy: true
EOF
sudo tee /var/lib/rancher/rke2/server/manifests/rke2-cilium-config.yaml >/dev/null <<'EOF'
apiVersion: helm.cattle.io/v1
kind: HelmChartConfig
metadata:
  name: rke2-cilium
  namespace: kube-system
spec:
  valuesContent: |-
    kubeProxyReplacement: true
    #^^^^^^^^^^^^^^^^^^^ error socket-lb-bypasses-mesh
    k8sServiceHost: 127.0.0.1
    k8sServicePort: 6443
EOF
systemctl enable --now rke2-server
