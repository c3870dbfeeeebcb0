import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Placed } from '../../../server/src/facts/fact.ts';
import { meshPresences, showsMesh } from '../../../server/src/workspace/mesh-presence.ts';
import { deployment, namespace, service } from '../../support/manifests.ts';
import { factsIn, manifestReader } from '../../support/read.ts';

/** The facts of manifests, each in a file of its own. */
const factsOf = (...manifests: readonly string[]): readonly Placed[] =>
  manifests.flatMap((text, index) =>
    factsIn(manifestReader, text).map((fact) => ({ uri: `file:///repo/${index}.yaml`, fact })),
  );

/** Each mesh that is present, with the labels and annotations that prove it. */
const meshesOf = (...manifests: readonly string[]): readonly string[] =>
  meshPresences(factsOf(...manifests)).map(
    ({ mesh, mode, enrolments }) => `${mesh} ${mode} by ${enrolments.map(({ fact }) => fact.key).join(', ')}`,
  );

const injected = namespace('shop', { labels: { 'istio-injection': 'enabled' } });
const notInjected = namespace('shop', { labels: { 'istio-injection': 'disabled' } });
const plain = deployment('cart', 'shop', {});
const optedOut = deployment('report', 'shop', { labels: { 'sidecar.istio.io/inject': 'false' } });

const sidecars = ['istio sidecar by istio-injection'];

describe('a mesh is present', () => {
  it('where a namespace enrols its pods, as far as one can see', () => {
    assert.deepEqual(meshesOf(injected), sidecars);
    assert.deepEqual(meshesOf(injected, plain), sidecars);
  });

  it('where a pod enrols itself', () => {
    const pod = deployment('cart', 'shop', { labels: { 'sidecar.istio.io/inject': 'true' } });
    assert.deepEqual(meshesOf(namespace('shop', {}), pod), ['istio sidecar by sidecar.istio.io/inject']);
  });

  it('where a pod enrols itself whose namespace a kustomization will say', () => {
    const pod = deployment('cart', undefined, { labels: { 'sidecar.istio.io/inject': 'true' } });
    assert.deepEqual(meshesOf(notInjected, pod), ['istio sidecar by sidecar.istio.io/inject']);
  });

  it('where some pods opt out and others, in files without a word of a mesh, do not', () => {
    assert.deepEqual(meshesOf(injected, optedOut, plain), sidecars);
  });

  it('where only pods of another namespace opt out', () => {
    const elsewhere = deployment('report', 'bank', { labels: { 'sidecar.istio.io/inject': 'false' } });
    assert.deepEqual(meshesOf(injected, elsewhere), sidecars);
  });

  it('where pods without a namespace opt out: they may belong to any', () => {
    const somewhere = deployment('report', undefined, { labels: { 'sidecar.istio.io/inject': 'false' } });
    assert.deepEqual(meshesOf(injected, somewhere), sidecars);
  });

  it('where one of two files of a namespace enrols it: either may be deployed', () => {
    assert.deepEqual(meshesOf(injected, notInjected), sidecars);
    assert.deepEqual(meshesOf(notInjected, injected), sidecars);
  });

  it('once for each mesh and mode', () => {
    const both = namespace('bank', {
      labels: { 'istio.io/dataplane-mode': 'ambient' },
      annotations: { 'linkerd.io/inject': 'enabled' },
    });
    assert.deepEqual(
      meshesOf(injected, both, namespace('till', { labels: { 'istio-injection': 'enabled' } })),
      [
        'istio sidecar by istio-injection, istio-injection',
        'istio ambient by istio.io/dataplane-mode',
        'linkerd sidecar by linkerd.io/inject',
      ],
    );
  });
});

describe('a mesh is not present', () => {
  const stories: readonly (readonly [story: string, manifests: readonly string[]])[] = [
    ['where nobody speaks of one', [namespace('shop', {}), plain]],
    ['where a namespace keeps it out', [notInjected, plain]],
    ['where every pod that is to be seen opts out', [injected, optedOut]],
    [
      'where all pods live on the network of their node',
      [injected, deployment('agent', 'shop', {}, { hostNetwork: true })],
    ],
    [
      'where a pod that enrols itself lives on the network of its node',
      [deployment('agent', 'shop', { labels: { 'sidecar.istio.io/inject': 'true' } }, { hostNetwork: true })],
    ],
    [
      'where the only pods are gateways',
      [
        injected,
        deployment('edge', 'shop', {
          labels: { 'sidecar.istio.io/inject': 'true' },
          annotations: { 'inject.istio.io/templates': 'gateway' },
        }),
      ],
    ],
  ];
  for (const [story, manifests] of stories) {
    it(story, () => assert.deepEqual(meshesOf(...manifests), []));
  }
});

describe('a pod that enrols itself in a namespace that opts out', () => {
  it('gets no Istio sidecar: the webhook never sees it', () => {
    const pod = deployment('cart', 'shop', { labels: { 'sidecar.istio.io/inject': 'true' } });
    assert.deepEqual(meshesOf(notInjected, pod), []);
  });

  it('is in the ambient mesh', () => {
    const outside = namespace('shop', { labels: { 'istio.io/dataplane-mode': 'none' } });
    const pod = deployment('cart', 'shop', { labels: { 'istio.io/dataplane-mode': 'ambient' } });
    assert.deepEqual(meshesOf(outside, pod), ['istio ambient by istio.io/dataplane-mode']);
  });

  it('gets the sidecar of another mesh', () => {
    const outside = namespace('shop', { annotations: { 'linkerd.io/inject': 'disabled' } });
    const pod = deployment('cart', 'shop', { annotations: { 'linkerd.io/inject': 'enabled' } });
    assert.deepEqual(meshesOf(outside, pod), ['linkerd sidecar by linkerd.io/inject']);
  });
});

describe('Services without a ClusterIP', () => {
  const headless = service('ledger', 'shop', { clusterIP: 'None' });
  const external = service('mail', 'shop', { type: 'ExternalName', externalName: 'mail.example.net' });

  it('leave nothing to translate where there are no others', () => {
    assert.deepEqual(meshesOf(injected, headless, external), []);
  });

  it('do not matter beside one that has a ClusterIP, in whatever file', () => {
    assert.deepEqual(meshesOf(injected, headless, service('cart', 'shop', {})), sidecars);
  });
});

describe('waypoints', () => {
  const ambient = namespace('shop', {
    labels: { 'istio.io/dataplane-mode': 'ambient', 'istio.io/use-waypoint': 'edge' },
  });
  const names = (...manifests: readonly string[]) =>
    meshPresences(factsOf(...manifests)).map(({ mode, waypoints }) => [
      mode,
      waypoints.map(({ fact }) => fact.name),
    ]);

  it('belong to the ambient mesh', () => {
    const sidecarBeside = namespace('bank', { labels: { 'istio-injection': 'enabled' } });
    assert.deepEqual(names(ambient, sidecarBeside), [
      ['ambient', ['edge']],
      ['sidecar', []],
    ]);
  });
});

describe('traits', () => {
  it('belong to the mesh that shows them', () => {
    const link = 'apiVersion: multicluster.linkerd.io/v1alpha2\nkind: Link\nmetadata:\n  name: west\n';
    const linkerd = namespace('bank', { annotations: { 'linkerd.io/inject': 'enabled' } });
    assert.deepEqual(
      meshPresences(factsOf(injected, linkerd, link)).map(({ mesh, traits }) => [mesh, [...traits]]),
      [
        ['istio', []],
        ['linkerd', ['multicluster']],
      ],
    );
  });
});

describe('showsMesh', () => {
  const stories: readonly (readonly [story: string, manifests: readonly string[], isShown: boolean])[] = [
    ['a namespace that takes part', [injected], true],
    ['a namespace that stays out', [notInjected], true],
    [
      'a resource of a mesh',
      ['apiVersion: networking.istio.io/v1\nkind: Gateway\nmetadata:\n  name: edge\n'],
      true,
    ],
    ['workloads and Services alone', [plain, service('cart', 'shop', {})], false],
    ['nothing', [], false],
  ];
  for (const [story, manifests, isShown] of stories) {
    it(`${isShown ? 'sees' : 'does not see'} a mesh in ${story}`, () => {
      assert.equal(showsMesh(factsOf(...manifests)), isShown);
    });
  }
});
