#!/bin/sh
kubectl create namespace shop
kubectl label ns/shop istio-injection=enabled --overwrite
