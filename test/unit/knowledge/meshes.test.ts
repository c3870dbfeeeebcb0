import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import {
  asksForWaypoint,
  enrolsListedMembers,
  isMulticlusterResource,
  isSignalKey,
  isWaypointClass,
  meshHints,
  meshOfGroup,
  meshOfMemberList,
  namespaceSignals,
  podEnrolment,
  podSignalKeys,
  podSignals,
  signalsAt,
  type MeshSignal,
} from '../../../server/src/knowledge/meshes.ts';

function inWords(signals: readonly MeshSignal[]): readonly string[] {
  return signals.map(({ mesh, mode, enrolled }) => `${mesh} ${mode} ${enrolled ? 'in' : 'out'}`);
}

describe('namespaceSignals', () => {
  const labels: Readonly<Record<string, readonly string[]>> = {
    'istio-injection=enabled': ['istio sidecar in'],
    'istio-injection=disabled': ['istio sidecar out'],
    'istio.io/rev=asm-1-25': ['istio sidecar in'],
    'istio.io/dataplane-mode=ambient': ['istio ambient in'],
    'istio.io/dataplane-mode=none': ['istio ambient out'],
    'istio-injection=maybe': [],
    'kuma.io/sidecar-injection=enabled': ['kuma sidecar in'],
    'openservicemesh.io/monitored-by=osm': ['osm sidecar in'],
    'appmesh.k8s.aws/sidecarInjectorWebhook=enabled': ['app-mesh sidecar in'],
    'injector.nsm.nginx.com/auto-inject=true': ['nginx-service-mesh sidecar in'],
    'io.cilium/mtls-enabled=true': ['cilium-mesh ambient in'],
    'consul.hashicorp.com/transparent-proxy=false': ['consul sidecar out'],
    'linkerd.io/inject=enabled': [],
    'app=reviews': [],
  };
  for (const [label, expected] of Object.entries(labels)) {
    it(`reads the label ${label}`, () => {
      const [key = '', value = ''] = label.split('=');
      assert.deepEqual(inWords(namespaceSignals({ [key]: value }, {})), expected);
    });
  }

  it('reads annotations where a mesh uses them', () => {
    assert.deepEqual(inWords(namespaceSignals({}, { 'linkerd.io/inject': 'ingress' })), [
      'linkerd sidecar in',
    ]);
    assert.deepEqual(inWords(namespaceSignals({}, { 'istio-injection': 'enabled' })), []);
  });

  it('lets istio-injection win over a revision', () => {
    const signals = namespaceSignals({ 'istio.io/rev': 'stable', 'istio-injection': 'disabled' }, {});
    assert.deepEqual(inWords(signals), ['istio sidecar out']);
  });

  it('keeps meshes and modes apart', () => {
    const signals = namespaceSignals(
      { 'istio-injection': 'enabled', 'istio.io/dataplane-mode': 'ambient' },
      { 'linkerd.io/inject': 'enabled' },
    );
    assert.deepEqual(inWords(signals), ['istio sidecar in', 'istio ambient in', 'linkerd sidecar in']);
  });
});

describe('podSignals', () => {
  it('reads labels and annotations of the pod template', () => {
    assert.deepEqual(inWords(podSignals({ 'sidecar.istio.io/inject': 'true' }, {})), ['istio sidecar in']);
    assert.deepEqual(inWords(podSignals({}, { 'consul.hashicorp.com/connect-inject': 'true' })), [
      'consul sidecar in',
    ]);
    assert.deepEqual(inWords(podSignals({}, { 'ambient.istio.io/redirection': 'disabled' })), [
      'istio ambient out',
    ]);
  });

  it('takes the old annotation of Istio for an opt-out only: alone it injects nothing', () => {
    assert.deepEqual(inWords(podSignals({}, { 'sidecar.istio.io/inject': 'true' })), []);
    assert.deepEqual(inWords(podSignals({}, { 'sidecar.istio.io/inject': 'false' })), ['istio sidecar out']);
  });

  it('lets the label win over the annotation', () => {
    const signals = podSignals({ 'sidecar.istio.io/inject': 'true' }, { 'sidecar.istio.io/inject': 'false' });
    assert.deepEqual(inWords(signals), ['istio sidecar in']);
  });

  it('counts a Consul pod without a transparent proxy out', () => {
    const annotations = {
      'consul.hashicorp.com/connect-inject': 'true',
      'consul.hashicorp.com/transparent-proxy': 'false',
    };
    assert.deepEqual(inWords(podSignals({}, annotations)), ['consul sidecar out']);
  });
});

describe('podEnrolment', () => {
  const enabled = namespaceSignals({ 'istio-injection': 'enabled' }, {});
  const disabled = namespaceSignals({ 'istio-injection': 'disabled' }, {});
  const podIn = podSignals({ 'sidecar.istio.io/inject': 'true' }, {});
  const podOut = podSignals({ 'sidecar.istio.io/inject': 'false' }, {});

  it("is the namespace's where the pod says nothing", () => {
    assert.deepEqual(inWords(podEnrolment(enabled, [])), ['istio sidecar in']);
  });

  it('lets a pod stay out', () => {
    assert.deepEqual(inWords(podEnrolment(enabled, podOut)), ['istio sidecar out']);
  });

  it('lets a pod join where the namespace says nothing', () => {
    assert.deepEqual(inWords(podEnrolment([], podIn)), ['istio sidecar in']);
  });

  it('does not let an Istio pod join against its namespace', () => {
    assert.deepEqual(inWords(podEnrolment(disabled, podIn)), ['istio sidecar out']);
  });

  it('lets a Linkerd pod join against its namespace', () => {
    const namespace = namespaceSignals({}, { 'linkerd.io/inject': 'disabled' });
    const pod = podSignals({}, { 'linkerd.io/inject': 'enabled' });
    assert.deepEqual(inWords(podEnrolment(namespace, pod)), ['linkerd sidecar in']);
  });

  it('lets a pod join an ambient mesh against its namespace', () => {
    const namespace = namespaceSignals({ 'istio.io/dataplane-mode': 'none' }, {});
    const pod = podSignals({ 'istio.io/dataplane-mode': 'ambient' }, {});
    assert.deepEqual(inWords(podEnrolment(namespace, pod)), ['istio ambient in']);
  });
});

describe('the smaller signs of a mesh', () => {
  it('are waypoints', () => {
    assert.equal(isWaypointClass('istio-waypoint'), true);
    assert.equal(isWaypointClass('istio'), false);
    assert.equal(asksForWaypoint('istio.io/use-waypoint', 'waypoint'), true);
    assert.equal(asksForWaypoint('istio.io/use-waypoint', 'none'), false);
  });

  it('are API groups', () => {
    assert.equal(meshOfGroup('networking.istio.io'), 'istio');
    assert.equal(meshOfGroup('multicluster.linkerd.io'), 'linkerd');
    assert.equal(meshOfGroup('apps'), undefined);
  });

  it('are links between clusters', () => {
    assert.equal(isMulticlusterResource('multicluster.linkerd.io', 'Link'), true);
    assert.equal(isMulticlusterResource('linkerd.io', 'ServiceProfile'), false);
  });

  it('are single labels with their value', () => {
    assert.deepEqual(inWords(signalsAt('namespace-label', 'istio-injection', 'enabled')), [
      'istio sidecar in',
    ]);
    assert.deepEqual(signalsAt('pod-label', 'istio-injection', 'enabled'), []);
  });

  it('all have a text to find their files by', () => {
    for (const text of ['istio-injection', 'linkerd.io/inject', 'istio.io/dataplane-mode', 'kuma.io']) {
      assert.ok(meshHints.includes(text), text);
    }
  });
});

describe('the members that a mesh lists', () => {
  it('are those of OpenShift Service Mesh', () => {
    assert.equal(meshOfMemberList('maistra.io'), 'istio');
    assert.equal(meshOfMemberList('networking.istio.io'), undefined);
  });

  it('join by the annotation alone, with this value', () => {
    const mark = { place: 'pod-annotation', key: 'sidecar.istio.io/inject', value: 'true' } as const;
    assert.ok(enrolsListedMembers('istio', mark));
    assert.ok(!enrolsListedMembers('linkerd', mark));
    assert.ok(!enrolsListedMembers('istio', { ...mark, value: 'false' }));
    assert.ok(!enrolsListedMembers('istio', { ...mark, place: 'pod-label' }));
    assert.ok(!enrolsListedMembers('istio', { ...mark, key: 'istio.io/rev' }));
  });
});

describe('the keys of signals', () => {
  it('count in the places where meshes read them', () => {
    assert.ok(isSignalKey('namespace-label', 'istio-injection'));
    assert.ok(!isSignalKey('pod-label', 'istio-injection'));
    assert.ok(!isSignalKey('namespace-label', 'team'));
  });

  it('of pods are known without those of namespaces', () => {
    assert.ok(podSignalKeys.includes('sidecar.istio.io/inject'));
    assert.ok(!podSignalKeys.includes('istio-injection'));
    assert.equal(new Set(podSignalKeys).size, podSignalKeys.length);
  });

  it('may keep out whatever they say', () => {
    const annotations = {
      'consul.hashicorp.com/connect-inject': 'true',
      'consul.hashicorp.com/connect-service-upstreams': 'prices:9091',
    };
    assert.deepEqual(
      podSignals({}, annotations).map(({ mesh, enrolled }) => [mesh, enrolled]),
      [['consul', false]],
    );
  });
});
