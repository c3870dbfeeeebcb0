/** A mesh as people install it, in the fewest manifests that show it. */
export interface SampleMesh {
  readonly name: string;
  /** Name of a file to its text. */
  readonly files: Readonly<Record<string, string>>;
}

interface Marks {
  readonly labels?: string;
  readonly annotations?: string;
}

function namespace({ labels, annotations }: Marks): string {
  const lines = [
    'apiVersion: v1',
    'kind: Namespace',
    'metadata:',
    '  name: shop',
    ...(labels === undefined ? [] : ['  labels:', `    ${labels}`]),
    ...(annotations === undefined ? [] : ['  annotations:', `    ${annotations}`]),
  ];
  return `${lines.join('\n')}\n`;
}

const sidecars = { 'mesh/namespace.yaml': namespace({ labels: 'istio-injection: enabled' }) };

const istioCni = {
  'mesh/install.sh':
    'helm upgrade --install istiod istio/istiod -n istio-system --set pilot.cni.enabled=true\nhelm upgrade --install istio-cni istio/cni -n istio-system\n',
};

const ambient = {
  'mesh/namespace.yaml': namespace({ labels: 'istio.io/dataplane-mode: ambient' }),
  'mesh/install.sh':
    'helm upgrade --install istiod istio/istiod -n istio-system --set profile=ambient\nhelm upgrade --install istio-cni istio/cni -n istio-system --set profile=ambient\nhelm upgrade --install ztunnel istio/ztunnel -n istio-system\n',
};

const waypoint = {
  'mesh/waypoint.yaml': `apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata:
  name: waypoint
  namespace: shop
spec:
  gatewayClassName: istio-waypoint
  listeners:
    - name: mesh
      port: 15008
      protocol: HBONE
`,
};

const linkerd = { 'mesh/namespace.yaml': namespace({ annotations: 'linkerd.io/inject: enabled' }) };

const link = {
  'mesh/link.yaml': `apiVersion: multicluster.linkerd.io/v1alpha3
kind: Link
metadata:
  name: west
  namespace: linkerd-multicluster
spec:
  targetClusterName: west
`,
};

const linkerdCni = {
  'mesh/install.sh':
    'helm upgrade --install linkerd-cni linkerd/linkerd2-cni -n linkerd-cni\nhelm upgrade --install linkerd-control-plane linkerd/linkerd-control-plane -n linkerd --set cniEnabled=true\n',
};

const kuma = { 'mesh/namespace.yaml': namespace({ labels: 'kuma.io/sidecar-injection: enabled' }) };

const kumaCni = {
  'mesh/install.sh':
    'helm upgrade --install kuma kuma/kuma -n kuma-system --set cni.enabled=true --set cni.chained=true\n',
};

const consul = {
  'mesh/deployment.yaml': `apiVersion: apps/v1
kind: Deployment
metadata:
  name: orders
  namespace: shop
spec:
  selector:
    matchLabels:
      app: orders
  template:
    metadata:
      labels:
        app: orders
      annotations:
        consul.hashicorp.com/connect-inject: 'true'
    spec:
      containers:
        - name: orders
          image: shop.example/orders:1
`,
};

const consulCni = {
  'mesh/install.sh':
    'helm upgrade --install consul hashicorp/consul -n consul --set connectInject.enabled=true --set connectInject.cni.enabled=true\n',
};

const ciliumMesh = { 'mesh/namespace.yaml': namespace({ labels: "io.cilium/mtls-enabled: 'true'" }) };

/** The meshes of the page, in the order in which readers look for them. */
export const sampleMeshes: readonly SampleMesh[] = [
  { name: 'Istio sidecars', files: sidecars },
  { name: 'Istio sidecars with istio-cni', files: { ...sidecars, ...istioCni } },
  { name: 'Istio ambient', files: ambient },
  { name: 'Istio ambient with waypoints', files: { ...ambient, ...waypoint } },
  { name: 'Linkerd', files: linkerd },
  { name: 'Linkerd multicluster', files: { ...linkerd, ...link } },
  { name: 'Linkerd with linkerd-cni', files: { ...linkerd, ...linkerdCni } },
  { name: 'Kuma and Kong Mesh', files: kuma },
  { name: 'Kuma with its CNI plugin', files: { ...kuma, ...kumaCni } },
  { name: 'Consul', files: consul },
  { name: 'Consul with its CNI plugin', files: { ...consul, ...consulCni } },
  { name: "Cilium's own mesh", files: ciliumMesh },
];
