cilium install --version 1.17.3 --set socketLB.hostNamespaceOnly=true
