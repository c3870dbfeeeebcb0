talosctl gen config east https://10.0.0.10:6443 --config-patch '[{"op": "add", "path": "/cluster/proxy", "value": {"disabled": true}}]'
