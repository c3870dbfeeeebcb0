helm upgrade --install cilium cilium/cilium --version '>=1.17 <1.19' --set localRedirectPolicy=true
