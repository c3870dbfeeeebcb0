aws eks delete-addon --cluster-name east --addon-name kube-proxy
