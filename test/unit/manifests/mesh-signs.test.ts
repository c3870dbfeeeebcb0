import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { meshSignsOf } from '../../../server/src/manifests/mesh-signs.ts';
import { deployment, namespace } from '../../support/manifests.ts';
import { objectsIn } from '../../support/read.ts';

/** Each sign as one line: the mesh, what it says beyond that, and the first line of the text. */
const signs = (text: string): readonly string[] =>
  objectsIn(text)
    .flatMap(meshSignsOf)
    .map(({ mesh, trait, span }) => {
      const marked = text.slice(span.start, span.end).split('\n')[0] ?? '';
      return `${mesh}${trait === undefined ? '' : ` ${trait}`}: ${marked}`;
    });

describe('a mesh shows', () => {
  it('in the group of a resource', () => {
    const gateway = 'apiVersion: networking.istio.io/v1\nkind: Gateway\nmetadata:\n  name: edge\n';
    assert.deepEqual(signs(gateway), ['istio: apiVersion: networking.istio.io/v1']);
  });

  it('in labels and annotations that say nothing about taking part', () => {
    const pod = deployment('cart', 'shop', { annotations: { 'sidecar.istio.io/inject': 'true' } });
    assert.deepEqual(signs(pod), ['istio: sidecar.istio.io/inject: "true"']);
  });

  it('in marks of its own domain', () => {
    const service =
      'apiVersion: v1\nkind: Service\nmetadata:\n  name: cart\n  annotations:\n    mesh.traefik.io/traffic-type: http\n';
    assert.deepEqual(signs(service), ['traefik-mesh: mesh.traefik.io/traffic-type: http']);
  });

  it('not in other resources, labels and annotations', () => {
    assert.deepEqual(
      signs(namespace('shop', { labels: { team: 'retail', 'kubernetes.io/metadata.name': 'shop' } })),
      [],
    );
    assert.deepEqual(
      signs(deployment('cart', 'shop', { annotations: { 'prometheus.io/scrape': 'true' } })),
      [],
    );
    assert.deepEqual(
      signs('apiVersion: cilium.io/v2\nkind: CiliumNetworkPolicy\nmetadata:\n  name: cart\n'),
      [],
    );
  });
});

describe('Linkerd shows that it spans clusters', () => {
  it('in a Link', () => {
    const link = 'apiVersion: multicluster.linkerd.io/v1alpha2\nkind: Link\nmetadata:\n  name: west\n';
    assert.deepEqual(signs(link), ['linkerd multicluster: apiVersion: multicluster.linkerd.io/v1alpha2']);
  });

  it('in a Service that is exported', () => {
    const service =
      'apiVersion: v1\nkind: Service\nmetadata:\n  name: prices\n  labels:\n    mirror.linkerd.io/exported: "true"\n';
    assert.deepEqual(signs(service), ['linkerd multicluster: mirror.linkerd.io/exported: "true"']);
  });
});
