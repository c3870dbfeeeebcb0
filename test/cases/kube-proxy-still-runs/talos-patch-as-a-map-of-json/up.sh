talosctl gen config east https://10.0.0.10:6443 --config-patch '{"cluster": {"network": {"cni": {"name": "none"}}, "proxy": {"disabled": true}}}'
