#!/bin/sh
kubectl label namespace "$NAMESPACE" istio-injection=enabled istio.io/rev=canary
#                                                            ^^^^^^^^^^^^^^^^^^^ warning injection-labels-conflict "A namespace has both"
