import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { enrolmentsOf } from '../../../server/src/manifests/enrolment.ts';
import { objectsIn } from '../../support/read.ts';

/** Each enrolment as one line: who takes part (`+`) or stays out (`-`) of what, and the text that says so. */
const said = (text: string): readonly string[] =>
  objectsIn(text)
    .flatMap(enrolmentsOf)
    .map(({ mesh, mode, enrolled, scope, namespace, workload, span }) => {
      const who = scope === 'namespace' ? (namespace ?? '?') : `${namespace ?? '?'}/${workload ?? '?'}`;
      return `${enrolled ? '+' : '-'} ${who} ${mesh} ${mode}: ${text.slice(span.start, span.end)}`;
    });

const namespace = (metadata: string): string =>
  `apiVersion: v1\nkind: Namespace\nmetadata:\n  name: shop\n${metadata.replaceAll(/^/gm, '  ')}\n`;

const deployment = (podMetadata: string): string =>
  [
    'apiVersion: apps/v1',
    'kind: Deployment',
    'metadata:',
    '  name: cart',
    '  namespace: shop',
    'spec:',
    '  template:',
    '    metadata:',
    podMetadata.replaceAll(/^/gm, '      '),
    '    spec: { containers: [{ name: cart, image: registry.example.net/cart:1.4.2 }] }',
    '',
  ].join('\n');

describe('enrolment of a namespace', () => {
  const signals: readonly (readonly [metadata: string, said: readonly string[]])[] = [
    ['labels:\n  istio-injection: enabled', ['+ shop istio sidecar: istio-injection: enabled']],
    ['labels:\n  istio-injection: disabled', ['- shop istio sidecar: istio-injection: disabled']],
    ['labels:\n  istio.io/rev: stable', ['+ shop istio sidecar: istio.io/rev: stable']],
    [
      'labels:\n  istio.io/dataplane-mode: ambient',
      ['+ shop istio ambient: istio.io/dataplane-mode: ambient'],
    ],
    ['labels:\n  istio.io/dataplane-mode: none', ['- shop istio ambient: istio.io/dataplane-mode: none']],
    [
      'labels: { kuma.io/sidecar-injection: enabled }',
      ['+ shop kuma sidecar: kuma.io/sidecar-injection: enabled'],
    ],
    ['annotations:\n  linkerd.io/inject: enabled', ['+ shop linkerd sidecar: linkerd.io/inject: enabled']],
    [
      'annotations:\n  linkerd.io/inject: "disabled"',
      ['- shop linkerd sidecar: linkerd.io/inject: "disabled"'],
    ],
    ['annotations:\n  istio-injection: enabled', []],
    ['labels:\n  linkerd.io/inject: enabled', []],
    ['labels:\n  team: retail', []],
    ['labels:\n  istio-injection: {{ .Values.injection }}', []],
    ['labels:\n  istio-injection: ${INJECTION}', []],
  ];
  for (const [metadata, wanted] of signals) {
    it(`${wanted.length === 0 ? 'is not said by' : 'is said by'} ${metadata.replaceAll(/\s+/g, ' ')}`, () => {
      assert.deepEqual(said(namespace(metadata)), wanted);
    });
  }

  it('lets istio-injection: disabled win over a revision', () => {
    const both = 'labels:\n  istio.io/rev: stable\n  istio-injection: disabled';
    assert.deepEqual(said(namespace(both)), ['- shop istio sidecar: istio-injection: disabled']);
  });

  it('speaks for each mesh by itself', () => {
    const both =
      'labels:\n  istio-injection: disabled\n  istio.io/dataplane-mode: ambient\nannotations:\n  linkerd.io/inject: enabled';
    assert.deepEqual(said(namespace(both)), [
      '- shop istio sidecar: istio-injection: disabled',
      '+ shop istio ambient: istio.io/dataplane-mode: ambient',
      '+ shop linkerd sidecar: linkerd.io/inject: enabled',
    ]);
  });

  it('is read for each namespace of a file', () => {
    const text = ['shop', 'bank']
      .map(
        (name) =>
          `apiVersion: v1\nkind: Namespace\nmetadata:\n  name: ${name}\n  labels: { istio-injection: enabled }\n`,
      )
      .join('---\n');
    assert.deepEqual(said(text), [
      '+ shop istio sidecar: istio-injection: enabled',
      '+ bank istio sidecar: istio-injection: enabled',
    ]);
  });

  it('counts where only a template knows the name', () => {
    const text =
      'apiVersion: v1\nkind: Namespace\nmetadata:\n  name: {{ .Values.namespace }}\n  labels: { istio-injection: enabled }\n';
    assert.deepEqual(said(text), ['+ ? istio sidecar: istio-injection: enabled']);
  });

  it('is not read from a Namespace of another API', () => {
    const text =
      'apiVersion: example.net/v1\nkind: Namespace\nmetadata:\n  name: shop\n  labels: { istio-injection: enabled }\n';
    assert.deepEqual(said(text), []);
  });
});

describe('enrolment of a workload', () => {
  const signals: readonly (readonly [podMetadata: string, said: readonly string[]])[] = [
    [
      'labels:\n  sidecar.istio.io/inject: "true"',
      ['+ shop/Deployment cart istio sidecar: sidecar.istio.io/inject: "true"'],
    ],
    [
      'labels:\n  sidecar.istio.io/inject: "false"',
      ['- shop/Deployment cart istio sidecar: sidecar.istio.io/inject: "false"'],
    ],
    [
      'annotations:\n  sidecar.istio.io/inject: "false"',
      ['- shop/Deployment cart istio sidecar: sidecar.istio.io/inject: "false"'],
    ],
    ['annotations:\n  sidecar.istio.io/inject: "true"', []],
    ['labels:\n  istio-injection: enabled', []],
    [
      'labels:\n  istio.io/dataplane-mode: none',
      ['- shop/Deployment cart istio ambient: istio.io/dataplane-mode: none'],
    ],
    [
      'annotations:\n  linkerd.io/inject: ingress',
      ['+ shop/Deployment cart linkerd sidecar: linkerd.io/inject: ingress'],
    ],
    [
      "annotations:\n  consul.hashicorp.com/connect-inject: 'true'",
      ["+ shop/Deployment cart consul sidecar: consul.hashicorp.com/connect-inject: 'true'"],
    ],
    [
      "annotations:\n  consul.hashicorp.com/connect-inject: 'true'\n  consul.hashicorp.com/transparent-proxy: 'false'",
      ["- shop/Deployment cart consul sidecar: consul.hashicorp.com/transparent-proxy: 'false'"],
    ],
  ];
  for (const [podMetadata, wanted] of signals) {
    it(`${wanted.length === 0 ? 'is not said by' : 'is said by'} ${podMetadata.replaceAll(/\s+/g, ' ')}`, () => {
      assert.deepEqual(said(deployment(podMetadata)), wanted);
    });
  }

  it('lets the label win over the annotation, and points at the one that decides', () => {
    const both =
      'annotations:\n  sidecar.istio.io/inject: "false"\nlabels:\n  sidecar.istio.io/inject: "true"';
    assert.deepEqual(said(deployment(both)), [
      '+ shop/Deployment cart istio sidecar: sidecar.istio.io/inject: "true"',
    ]);
  });

  it('is not said by the labels of the Deployment itself', () => {
    const text = deployment('labels: { app: cart }').replace(
      '  namespace: shop',
      '  namespace: shop\n  labels:\n    sidecar.istio.io/inject: "true"',
    );
    assert.deepEqual(said(text), []);
  });

  it('has no namespace where a kustomization will set it', () => {
    const text = deployment('labels: { sidecar.istio.io/inject: "true" }').replace('  namespace: shop\n', '');
    assert.deepEqual(said(text), ['+ ?/Deployment cart istio sidecar: sidecar.istio.io/inject: "true"']);
  });

  it('takes a gateway for one that stays out: it dials endpoints itself, so nothing of it is bypassed', () => {
    const gateway =
      'labels:\n  sidecar.istio.io/inject: "true"\nannotations:\n  inject.istio.io/templates: grpc-agent, gateway';
    assert.deepEqual(said(deployment(gateway)), [
      '- shop/Deployment cart istio sidecar: inject.istio.io/templates: grpc-agent, gateway',
    ]);
  });

  it('takes part with another injection template', () => {
    const custom =
      'labels:\n  sidecar.istio.io/inject: "true"\nannotations:\n  inject.istio.io/templates: sidecar,tracing';
    assert.deepEqual(said(deployment(custom)), [
      '+ shop/Deployment cart istio sidecar: sidecar.istio.io/inject: "true"',
    ]);
  });
});
