helm upgrade --install cilium cilium/cilium --version '>=1.19.0 <1.21' \
  --set authentication.enabled=true --set authentication.mutual.spire.enabled=true
#                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ information deprecated-feature "Depending on its version, Cilium (1.20.0) still takes it."
