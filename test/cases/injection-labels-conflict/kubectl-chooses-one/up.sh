#!/bin/sh
if [ "$REVISION" = canary ]; then
  kubectl label namespace checkout istio.io/rev=canary
else
  kubectl label namespace checkout istio-injection=enabled
fi
