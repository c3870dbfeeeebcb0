import { createMeshLint } from '../../../server/src/features/create-mesh-lint.ts';
import type { MeshLint } from '../../../server/src/features/mesh-lint.ts';

/** A shop in a mesh of Istio, with policies of Cilium, of Kubernetes and of Istio. */
export const shop = {
  'Chart.yaml':
    'apiVersion: v2\nname: platform\nversion: 1.0.0\ndependencies:\n  - name: cilium\n    version: 1.16.4\n    repository: https://helm.cilium.io\n',
  'values.yaml': 'cilium:\n  kubeProxyReplacement: true\n  k8sServiceHost: 10.0.0.1\n',
  'namespace.yaml':
    'apiVersion: v1\nkind: Namespace\nmetadata:\n  name: shop\n  labels:\n    istio-injection: enabled\n',
  'web.yaml': `# The shop itself.
apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  namespace: shop
spec:
  template:
    metadata:
      labels:
        app: web
    spec:
      containers: []
---
apiVersion: v1
kind: Service
metadata:
  name: web
  namespace: shop
spec:
  selector:
    app: web
  ports:
    - port: 80
`,
  'job.yaml': `apiVersion: batch/v1
kind: Job
metadata:
  name: import
  namespace: tools
spec:
  template:
    metadata:
      labels:
        app: import
    spec:
      containers: []
`,
  'policies.yaml': `apiVersion: cilium.io/v2
kind: CiliumNetworkPolicy
metadata:
  name: web-http
  namespace: shop
spec:
  endpointSelector:
    matchLabels:
      app: web
  ingress:
    - fromEndpoints:
        - {}
      toPorts:
        - ports:
            - port: "8080"
              protocol: TCP
          rules:
            http:
              - method: GET
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: closed
  namespace: shop
spec:
  podSelector: {}
  policyTypes: [Egress]
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata:
  name: web-callers
  namespace: shop
spec:
  selector:
    matchLabels:
      app: web
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata:
  name: web-pool
  namespace: shop
spec:
  host: web.shop.svc.cluster.local
`,
} as const;

/** The engine over files of a folder `/repo`. */
export function engineOver(files: Readonly<Record<string, string>>): MeshLint {
  const lint = createMeshLint();
  for (const [path, text] of Object.entries(files)) lint.update(uriIn(path), text);
  return lint;
}

export function uriIn(path: string): string {
  return `file:///repo/${path}`;
}
