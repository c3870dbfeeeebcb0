helm upgrade --install appmesh-controller eks/appmesh-controller --namespace appmesh-system
#^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ information deprecated-feature "App Mesh"
