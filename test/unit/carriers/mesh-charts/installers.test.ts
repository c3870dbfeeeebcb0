import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { installsIn } from '../../../support/mesh-installs.ts';

const inScript = (script: string): readonly string[] =>
  installsIn({ '/repo/install.sh': `${script}\n` }).map((line) => line.replace(' in install.sh', ''));

describe('an installer of a mesh', () => {
  const calls: Readonly<Record<string, readonly string[]>> = {
    'istioctl install -y': ['istio control-plane by istioctl install'],
    'istioctl install --set profile=ambient -y': [
      'istio control-plane by istioctl install',
      'istio cni-plugin by istioctl install (profile)',
      'istio node-proxy by istioctl install (profile)',
    ],
    'istioctl install --set components.cni.enabled=true': [
      'istio control-plane by istioctl install',
      'istio cni-plugin by istioctl install (components.cni.enabled)',
    ],
    'istioctl install --set profile=ambient --set components.cni.enabled=false --set components.ztunnel.enabled=false':
      ['istio control-plane by istioctl install'],
    'istioctl install --set=profile=openshift': [
      'istio control-plane by istioctl install',
      'istio unchained-cni-plugin by istioctl install (profile)',
    ],
    'istioctl install --set components.cni.enabled=true --set values.cni.chained=false': [
      'istio control-plane by istioctl install',
      'istio unchained-cni-plugin by istioctl install (values.cni.chained)',
    ],
    'istioctl install --set components.cni.enabled=$CNI': ['istio control-plane by istioctl install'],
    'istioctl manifest generate | kubectl apply -f -': ['istio control-plane by istioctl manifest generate'],
    'istioctl manifest generate | grep image': [],
    'istioctl install --dry-run': [],
    'istioctl analyze': [],
    'linkerd install-cni | kubectl apply -f -': ['linkerd cni-plugin by linkerd install-cni'],
    'linkerd install --crds | kubectl apply -f -': ['linkerd crds by linkerd install'],
    'linkerd install --linkerd-cni-enabled | kubectl apply -f -': [
      'linkerd control-plane by linkerd install',
      'linkerd cni-plugin by linkerd install (cniEnabled)',
    ],
    'linkerd upgrade --set cniEnabled=true > linkerd.yaml': [
      'linkerd control-plane by linkerd upgrade',
      'linkerd cni-plugin by linkerd upgrade (cniEnabled)',
    ],
    'linkerd multicluster install | kubectl apply -f -': [
      'linkerd multicluster by linkerd multicluster install',
    ],
    'linkerd install': [],
    'linkerd check | kubectl apply -f -': [],
    'consul-k8s install -set connectInject.cni.enabled=true': [
      'consul control-plane by consul-k8s install',
      'consul cni-plugin by consul-k8s install (connectInject.cni.enabled)',
    ],
    'consul-k8s status': [],
    'kumactl install control-plane --set cni.enabled=true | kubectl apply -f -': [
      'kuma control-plane by kumactl install control-plane',
      'kuma cni-plugin by kumactl install control-plane (cni.enabled)',
    ],
    'kumactl install control-plane --cni-enabled | kubectl apply -f -': [
      'kuma control-plane by kumactl install control-plane',
      'kuma cni-plugin by kumactl install control-plane (cni.enabled)',
    ],
    'kumactl install control-plane': [],
    'kumactl install demo | kubectl apply -f -': [],
    'echo istioctl install': [],
  };
  for (const [call, installs] of Object.entries(calls)) {
    it(`is read: ${call}`, () => assert.deepEqual(inScript(call), installs));
  }

  it('reads the files that it is given', () => {
    assert.deepEqual(
      installsIn({
        '/repo/install.sh': 'consul-k8s install -config-file=consul-values.yaml\n',
        '/repo/consul-values.yaml': 'connectInject:\n  cni:\n    enabled: true\n',
      }),
      [
        'consul control-plane by consul-k8s install in install.sh',
        'consul cni-plugin by consul-k8s install (connectInject.cni.enabled) in consul-values.yaml',
      ],
    );
  });

  it('is an example in a text for people', () => {
    assert.deepEqual(
      installsIn({
        '/repo/README.md': '```sh\nistioctl install\nlinkerd install-cni | kubectl apply -f -\n```\n',
      }),
      [
        'istio control-plane by istioctl install as an example in README.md',
        'linkerd cni-plugin by linkerd install-cni as an example in README.md',
      ],
    );
  });

  it('is found in the steps of a workflow', () => {
    const workflow = 'jobs:\n  mesh:\n    steps:\n    - run: istioctl install --set profile=minimal\n';
    assert.deepEqual(installsIn({ '/repo/.github/workflows/mesh.yaml': workflow }), [
      'istio control-plane by istioctl install in .github/workflows/mesh.yaml',
    ]);
  });
});
