#!/bin/sh
kubectl label --overwrite namespace shop pay istio-injection=enabled
kubectl label namespace pay istio-injection-
kubectl -n shop label deployment cart sidecar.istio.io/inject=true
kubectl annotate namespace batch linkerd.io/inject=enabled
