#!/bin/sh
kubectl label namespace checkout istio-injection=enabled istio.io/rev=canary
#                                                        ^^^^^^^^^^^^^^^^^^^ warning injection-labels-conflict "Namespace `checkout`"
kubectl label ns cart prices istio-injection- istio.io/rev=canary
