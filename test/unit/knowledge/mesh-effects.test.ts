import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { effectOf } from '../../../server/src/knowledge/mesh-effects.ts';
import {
  installOfChart,
  installOfResource,
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
    assert.deepEqual(installOfChart('istiod'), { mesh: 'istio', component: 'control-plane' });
    assert.deepEqual(installOfChart('linkerd2-cni'), { mesh: 'linkerd', component: 'cni-plugin' });
    assert.equal(installOfChart('nginx'), undefined);
  });

  it('are resources of operators', () => {
    assert.deepEqual(installOfResource('sailoperator.io', 'IstioCNI'), {
      mesh: 'istio',
      component: 'cni-plugin',
    });
    assert.equal(installOfResource('networking.istio.io', 'VirtualService'), undefined);
  });

  it('are switches in their values', () => {
    assert.deepEqual(
      switchesOf('consul').map(({ path, component }) => `${path.join('.')}: ${component}`),
      [
        'connectInject.cni.enabled: cni-plugin',
        'connectInject.cni.multus: unchained-cni-plugin',
        'connectInject.default: injects-everywhere',
      ],
    );
    assert.deepEqual(switchesOf('nginx'), []);
  });
});
