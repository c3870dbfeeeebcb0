import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { effectOf } from '../../../server/src/knowledge/mesh-effects.ts';
import {
  installOfDaemonSet,
  installsOfChart,
  installsOfResource,
  switchesOf,
} from '../../../server/src/knowledge/mesh-installs.ts';
import { meshNames } from '../../../server/src/knowledge/meshes.ts';

describe('effectOf', () => {
  it('weighs what each mesh loses', () => {
    assert.equal(effectOf('istio', 'sidecar')?.severity, 'error');
    assert.equal(effectOf('linkerd', 'sidecar')?.severity, 'warning');
    assert.equal(effectOf('traefik-mesh', 'sidecar')?.severity, 'none');
    assert.equal(effectOf('cilium-mesh', 'ambient')?.severity, 'none');
  });

  it('weighs ambient by its waypoints, and Linkerd by its other clusters', () => {
    assert.equal(effectOf('istio', 'ambient')?.severity, 'warning');
    assert.equal(effectOf('istio', 'ambient', { waypoints: true })?.severity, 'error');
    assert.equal(effectOf('linkerd', 'sidecar', { multicluster: true })?.severity, 'error');
    assert.equal(effectOf('linkerd', 'sidecar', { waypoints: true })?.severity, 'warning');
  });

  it('has an answer for every mesh, in its own mode', () => {
    for (const mesh of meshNames) {
      assert.ok(effectOf(mesh, 'sidecar') ?? effectOf(mesh, 'ambient'), mesh);
    }
    assert.equal(effectOf('linkerd', 'ambient'), undefined);
  });
});

describe('what shows that a mesh is installed', () => {
  it('are charts', () => {
    assert.deepEqual(installsOfChart('istiod'), [{ mesh: 'istio', component: 'control-plane' }]);
    assert.deepEqual(installsOfChart('linkerd2-cni'), [{ mesh: 'linkerd', component: 'cni-plugin' }]);
    assert.deepEqual(installsOfChart('nginx'), []);
  });

  it('are charts of a common name whose repository or release tells whose they are', () => {
    const plugin = [{ mesh: 'istio', component: 'cni-plugin' }];
    assert.deepEqual(installsOfChart('cni'), []);
    assert.deepEqual(installsOfChart('oci://gcr.io/istio-release/charts/cni:1.24.0'), plugin);
    assert.deepEqual(installsOfChart('istio/cni'), plugin);
    assert.deepEqual(installsOfChart('cni', ['https://istio-release.storage.googleapis.com/charts']), plugin);
    assert.deepEqual(installsOfChart('./cni-1.24.0.tgz', ['istio-cni']), plugin);
    assert.deepEqual(installsOfChart('consul', ['https://charts.bitnami.com/bitnami', 'consul']), []);
  });

  it('are resources of operators', () => {
    assert.deepEqual(installsOfResource('sailoperator.io', 'IstioCNI'), [
      { mesh: 'istio', component: 'cni-plugin' },
    ]);
    assert.deepEqual(installsOfResource('networking.istio.io', 'VirtualService'), []);
  });

  it('are DaemonSets', () => {
    assert.deepEqual(installOfDaemonSet('linkerd-cni'), { mesh: 'linkerd', component: 'cni-plugin' });
    assert.equal(installOfDaemonSet('cilium'), undefined);
  });

  it('are switches in their values', () => {
    assert.deepEqual(
      switchesOf('consul').map(
        ({ path, component, removes }) => `${removes ? 'no ' : ''}${component} by ${path.join('.')}`,
      ),
      [
        'cni-plugin by connectInject.cni.enabled',
        'no cni-plugin by connectInject.enabled',
        'unchained-cni-plugin by connectInject.cni.multus',
        'injects-everywhere by connectInject.default',
        'no injects-everywhere by connectInject.enabled',
        'no injects-everywhere by connectInject.transparentProxy.defaultEnabled',
      ],
    );
    assert.deepEqual(switchesOf('nginx'), []);
  });
});
