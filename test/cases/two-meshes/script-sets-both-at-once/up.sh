kubectl label namespace shop istio-injection=enabled istio.io/dataplane-mode=ambient
#                                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning two-meshes "Namespace `shop`"
kubectl label namespace "$OTHER" istio-injection=enabled istio.io/dataplane-mode=ambient
#                                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning two-meshes "A namespace takes part"
