helm install cilium cilium/cilium --version 1.20.0 --set authentication.enabled=true --set authentication.mutual.spire.enabled=true
#                                                                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ information deprecated-feature "mutual authentication"
