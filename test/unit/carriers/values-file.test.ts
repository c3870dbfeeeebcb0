import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { valuesFileCarrier } from '../../../server/src/carriers/values-file.ts';
import type { SettingsLayer } from '../../../server/src/facts/settings.ts';
import { createFactIndex } from '../../../server/src/workspace/fact-index.ts';
import { only } from '../../support/only.ts';
import { factsIn } from '../../support/read.ts';

const layersIn = (text: string): readonly SettingsLayer[] =>
  factsIn(valuesFileCarrier, text).flatMap((fact) => (fact.kind === 'settings' ? [fact] : []));

/** Where each layer stands: document and path, such as `0:cilium`, and whether it counts only where it is named. */
const addresses = (text: string): readonly string[] =>
  layersIn(text).map(
    ({ address, isWeak }) => `${address.document}:${address.path.join('.')}${isWeak === true ? ' weak' : ''}`,
  );

const keys = (layer: SettingsLayer | undefined): readonly string[] =>
  layer?.settings.map(({ path }) => path.join('.')) ?? [];

describe('a values file', () => {
  const stories: readonly (readonly [story: string, text: string, wanted: readonly string[]])[] = [
    ['holds settings at its root', 'kubeProxyReplacement: true\n', ['0:']],
    ['holds settings below the key of a dependency', 'cilium:\n  kubeProxyReplacement: true\n', ['0:cilium']],
    ['holds settings below an alias', 'cni:\n  kubeProxyReplacement: true\nreplicas: 2\n', ['0:cni']],
    [
      'holds settings below several aliases',
      'left: { kubeProxyReplacement: true }\nright: { kubeProxyReplacement: false }\n',
      ['0:left', '0:right'],
    ],
    [
      'holds settings in each of its documents',
      'kubeProxyReplacement: true\n---\nsocketLB: { enabled: true }\n',
      ['0:', '1:'],
    ],
    [
      'is told by several keys that are rare elsewhere',
      'k8sServiceHost: 10.0.0.10\nipam: { mode: kubernetes }\n',
      ['0:'],
    ],
    ['is weakly told by one of those keys', 'k8sServiceHost: 10.0.0.10\nreplicas: 2\n', ['0: weak']],
    ['of another chart holds none', 'image: { tag: 1.4.2 }\nreplicas: 2\n', []],
    ['that is empty holds none', '---\n', []],
    ['that is a list holds none', '- kubeProxyReplacement: true\n', []],
    [
      'does not hold settings deeper than a dependency',
      'platform:\n  cilium:\n    kubeProxyReplacement: true\n',
      [],
    ],
    [
      'may hold settings below a key beside its own',
      'k8sServiceHost: &host 10.0.0.10\nk8sServicePort: &port 6443\ncilium: { kubeProxyReplacement: true, k8sServiceHost: *host, k8sServicePort: *port }\n',
      ['0:', '0:cilium'],
    ],
    [
      'may merge the key of the dependency',
      'x: &x\n  cilium: { kubeProxyReplacement: true }\n<<: *x\n',
      ['0:cilium'],
    ],
    [
      'has one value for equal keys, the last',
      'cilium: { kubeProxyReplacement: true }\ncilium: { socketLB: { enabled: true } }\n',
      ['0:cilium'],
    ],
    ['is no Kubernetes object', 'apiVersion: v1\nkind: ConfigMap\nkubeProxyReplacement: true\n', []],
    [
      'is no Kubernetes object in its other documents',
      'apiVersion: v1\nkind: Namespace\n---\nkubeProxyReplacement: true\n',
      ['1:'],
    ],
  ];
  for (const [story, text, wanted] of stories) {
    it(story, () => assert.deepEqual(addresses(text), wanted));
  }

  it('gives the last of equal keys of dependencies', () => {
    const text = 'cilium: { kubeProxyReplacement: true }\ncilium: { socketLB: { enabled: true } }\n';
    assert.deepEqual(keys(only(layersIn(text))), ['socketLB', 'socketLB.enabled']);
  });

  it('says for which chart it is, in which dialect and form', () => {
    const { carrier, dialect, chart, open } = only(layersIn('kubeProxyReplacement: true\n'));
    assert.deepEqual([carrier, dialect, chart, open], ['values-file', 'helm', { name: 'cilium' }, false]);
  });

  it('spans its settings', () => {
    const text = '# network\ncilium:\n  kubeProxyReplacement: true\n  debug: {}\n\nother: 1\n';
    const { span } = only(layersIn(text));
    assert.equal(text.slice(span.start, span.end), 'kubeProxyReplacement: true\n  debug: {}');
  });

  it('is open where a template may add to it', () => {
    assert.equal(
      only(layersIn('kubeProxyReplacement: true\n{{- with .Values.more }}\n{{ toYaml . }}\n{{- end }}\n'))
        .open,
      true,
    );
  });

  it('is read with tabs of templates, comments and Windows lines', () => {
    const text =
      '# Cilium\r\nkubeProxyReplacement: "true" # strict\r\nsocketLB:\r\n  # needed by Istio\r\n  hostNamespaceOnly: true\r\n';
    assert.deepEqual(keys(only(layersIn(text))), [
      'kubeProxyReplacement',
      'socketLB',
      'socketLB.hostNamespaceOnly',
    ]);
  });
});

describe('the quick scan', () => {
  const isRead = (text: string): boolean => {
    const index = createFactIndex([valuesFileCarrier]);
    index.update('file:///repo/values.yaml', text);
    return index.statistics().read === 1;
  };

  it('lets through what may be values of Cilium', () => {
    for (const text of [
      'kubeProxyReplacement: true',
      'bpf: { masquerade: true }',
      'hubble:\n  relay:\n    enabled: true',
    ]) {
      assert.ok(isRead(text), text);
    }
  });

  it('keeps out other values', () => {
    assert.ok(!isRead('image: { tag: 1.4.2 }\nreplicas: 2\n'));
  });
});

describe('writing', () => {
  it('sets a key below the address of the layer', () => {
    const text = 'cilium:\n  kubeProxyReplacement: true\nother: 1\n';
    const { address } = only(layersIn(text));
    const result = valuesFileCarrier.write(text, address, {
      op: 'set',
      path: ['socketLB', 'hostNamespaceOnly'],
      value: true,
    });
    assert.ok(result.ok);
    assert.deepEqual(
      result.edits.map(({ newText }) => newText.trim().replaceAll(/\s+/g, ' ')),
      ['socketLB: hostNamespaceOnly: true'],
    );
  });

  it('refuses an address that no longer leads anywhere', () => {
    const result = valuesFileCarrier.write(
      'other: 1\n',
      { document: 3, path: ['cilium'] },
      { op: 'remove', path: ['socketLB'] },
    );
    assert.equal(result.ok, false);
  });
});
