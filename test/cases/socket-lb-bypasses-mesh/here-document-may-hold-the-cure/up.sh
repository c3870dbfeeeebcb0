cat <<EOF | envsubst | helm upgrade --install cilium cilium/cilium --version 1.16.4 --set kubeProxyReplacement=true -f -
${EXTRA_VALUES}
EOF
