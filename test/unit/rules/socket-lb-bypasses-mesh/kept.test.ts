import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { workspaceOf } from '../../../support/workspace.ts';

/** What a finding says at its own place beside its message. */
const notes = (namespace: string): readonly string[] => {
  const { findings } = workspaceOf({
    '/repo/values.yaml': 'kubeProxyReplacement: true\nk8sServiceHost: 10.0.0.10\n',
    '/repo/shop.yaml': `apiVersion: v1\nkind: Namespace\nmetadata:\n  name: shop\n${namespace}`,
  });
  return findings
    .filter(({ rule }) => rule === 'socket-lb-bypasses-mesh')
    .flatMap(({ at, related }) => related.filter((one) => one.at === at).map(({ message }) => message));
};

describe('what still works beside a bypass', () => {
  it('is told for each mesh', () => {
    assert.deepEqual(notes('  annotations:\n    linkerd.io/inject: enabled\n'), [
      'Still works for the Linkerd sidecars: mTLS and metrics.',
    ]);
    assert.deepEqual(notes('  labels:\n    istio.io/dataplane-mode: ambient\n'), [
      'Still works for the Istio ambient proxies: mTLS between ztunnels and L4 authorization.',
    ]);
    assert.deepEqual(
      notes('  labels:\n    istio-injection: enabled\n  annotations:\n    linkerd.io/inject: enabled\n'),
      [
        'Still works for the Istio sidecars: calls to headless Services, HTTP calls to Services whose port equals their targetPort and traffic from gateways.',
        'Still works for the Linkerd sidecars: mTLS and metrics.',
      ],
    );
  });

  it('is nothing that one knows of some', () => {
    assert.deepEqual(notes('  labels:\n    openservicemesh.io/monitored-by: osm\n'), []);
  });
});
