#!/bin/sh
helm upgrade --install network ./network -n kube-system "$@"
