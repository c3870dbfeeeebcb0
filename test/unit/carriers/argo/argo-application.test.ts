import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { argoApplicationCarrier as carrier } from '../../../../server/src/carriers/argo/argo-application.ts';
import {
  assertLines,
  deploymentsIn,
  layersIn,
  nameInShort,
  scalarsOf,
  sourcesInShort,
  written,
} from '../../../support/carriers.ts';
import { only } from '../../../support/only.ts';

/** An Application whose one source is Cilium's chart with this `helm`, indented by 6. */
function application(helm: string): string {
  return `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: cilium
spec:
  destination:
    name: fra
    namespace: kube-system
  source:
    repoURL: https://helm.cilium.io
    chart: cilium
    targetRevision: 1.16.4
    helm:
${helm.replaceAll(/^(?=.)/gm, '      ')}`;
}

/** An Application with these sources, in flow style. */
function withSources(...sources: readonly object[]): string {
  const head = { apiVersion: 'argoproj.io/v1alpha1', kind: 'Application', metadata: { name: 'a' } };
  return JSON.stringify({ ...head, spec: { sources } });
}

const helmPath = ['spec', 'source', 'helm'];

describe('an Application as a deployment', () => {
  it('says what it installs, and where to', () => {
    const fact = only(deploymentsIn(carrier, application('releaseName: cni\n')));
    assert.deepEqual(
      [fact.title, nameInShort(fact.chart), nameInShort(fact.version), fact.namespace, fact.destination],
      ['Application cilium', 'cilium', '1.16.4', 'kube-system', 'fra'],
    );
  });

  it('merges as Argo CD does, whatever order its keys stand in', () => {
    const helm = `parameters:
  - name: debug.enabled
    value: "true"
values: |
  debug:
    enabled: false
valueFiles:
  - values.yaml
  - values-prod.yaml
`;
    const fact = only(deploymentsIn(carrier, application(helm)));
    assert.deepEqual(sourcesInShort(fact), [
      'unknown',
      'own spec.source.helm.values',
      'own spec.source.helm.parameters',
    ]);
  });

  it('has no values beside a valuesObject', () => {
    const fact = only(
      deploymentsIn(carrier, application('values: "a: 1"\nvaluesObject:\n  kubeProxyReplacement: true\n')),
    );
    assert.deepEqual(sourcesInShort(fact), ['own spec.source.helm.valuesObject']);
  });

  it('has its values beside a valuesObject that is null', () => {
    const fact = only(deploymentsIn(carrier, application('values: "a: 1"\nvaluesObject:\n')));
    assert.deepEqual(sourcesInShort(fact), ['own spec.source.helm.values']);
  });

  it('finds value files from the chart, from the root, and in other sources', () => {
    const valueFiles = ['env/fra.yaml', '/shared.yaml', '$conf/cilium.yaml', '$other/x.yaml', 'env/*.yaml'];
    const text = withSources({ path: 'charts/cni', helm: { valueFiles } }, { ref: 'conf' });
    assert.deepEqual(sourcesInShort(deploymentsIn(carrier, text)[0] ?? only([])), [
      'file charts/cni/env/fra.yaml',
      'file /shared.yaml',
      'file cilium.yaml',
      'unknown',
      'unknown',
    ]);
  });

  it('lets value files be missing where it says so', () => {
    const helm = { ignoreMissingValueFiles: true, valueFiles: ['fra.yaml'] };
    const fact = deploymentsIn(carrier, withSources({ path: 'charts/cni', helm }))[0] ?? only([]);
    assert.deepEqual(sourcesInShort(fact), ['optional file charts/cni/fra.yaml']);
  });

  it('takes no git revision for the version of a chart, but for the tags of Cilium itself', () => {
    const text = withSources(
      { path: 'charts/cilium', repoURL: 'https://git.example.com/x.git', targetRevision: 'v1.2.3' },
      {
        path: 'install/kubernetes/cilium',
        repoURL: 'https://github.com/cilium/cilium.git',
        targetRevision: 'v1.16.4',
      },
    );
    assert.deepEqual(
      deploymentsIn(carrier, text).map(({ chartIn, version }) => [chartIn, nameInShort(version)]),
      [
        ['repository', undefined],
        ['registry', 'v1.16.4'],
      ],
    );
  });

  it('may take an oci repository for the chart', () => {
    const repoURL = 'oci://quay.io/cilium/charts/cilium';
    const fact = only(deploymentsIn(carrier, withSources({ repoURL, path: '.', targetRevision: '1.19.*' })));
    assert.deepEqual([nameInShort(fact.chart), nameInShort(fact.version)], [repoURL, '1.19.*']);
  });

  it('is none for other charts, or for a chart that only a template knows', () => {
    assert.deepEqual(
      deploymentsIn(carrier, withSources({ chart: 'istiod' }, { chart: '{{ .chart }}' }, { ref: 'x' })),
      [],
    );
  });

  it('is known inside a List', () => {
    const item = application('valuesObject:\n  kubeProxyReplacement: true\n').replaceAll(/^(?=.)/gm, '    ');
    const text = `apiVersion: v1\nkind: List\nitems:\n  -\n${item}`;
    assert.deepEqual(only(layersIn(carrier, text)).address.path, [
      ...['items', '0', 'spec', 'source', 'helm', 'valuesObject'],
    ]);
  });
});

describe('values in an Application', () => {
  it('are typed as Helm types parameters', () => {
    const helm = `parameters:
- {name: a.b, value: "true"}
- {name: c, value: "true", forceString: true}
- {name: d, value: "x,y"}
- {name: e, value: "{x,y}"}
- {name: f, value: $ARGOCD_APP_NAME}
- {name: a.b, value: "false"}
`;
    assert.deepEqual(scalarsOf(only(layersIn(carrier, application(helm)))), {
      'a.b': false,
      c: 'true',
      d: 'x,y',
      e: 2,
      f: '?',
    });
  });

  it('are unknown where file parameters, templates or broken YAML may say anything', () => {
    const unknown = [
      'fileParameters: [{name: a, path: b.txt}]\n',
      'values: {{ toYaml .Values.cilium | quote }}\n',
      'values: |\n  a: [\n',
      'valuesObject: {{ .Values.cilium | toJson }}\n',
      '{{- with .Values.helm }}\nvalues: |\n  a: 1\n{{- end }}\n',
    ];
    for (const helm of unknown) {
      const fact = only(deploymentsIn(carrier, application(helm)));
      assert.ok(sourcesInShort(fact).includes('unknown'), helm);
    }
  });

  it('leave a list of parameters open where the name of one is a template', () => {
    const helm = 'parameters:\n  - {name: a, value: b}\n  - {name: "{{ .x }}", value: b}\n';
    assert.equal(only(layersIn(carrier, application(helm))).open, true);
  });

  it('stand below the key of a dependency where a folder holds an umbrella chart', () => {
    const helm = { valuesObject: { cilium: { debug: true }, other: { a: 1 } } };
    const layer = only(layersIn(carrier, withSources({ path: 'charts/net', helm })));
    assert.deepEqual(
      [layer.address.path.slice(-2), scalarsOf(layer)],
      [['valuesObject', 'cilium'], { debug: true }],
    );
  });
});

describe('writing into an Application', () => {
  const set = { op: 'set', path: ['socketLB', 'hostNamespaceOnly'], value: true } as const;

  it('says text as text among parameters', () => {
    const before = application('parameters:\n- name: a\n  value: b\n');
    const path = [...helmPath, 'parameters'];
    const change = { op: 'set', path: ['extraConfig', 'flag'], value: 'true' } as const;
    assertLines(before, written(carrier, before, path, change), [
      '+      - name: extraConfig.flag',
      '+        value: "true"',
      '+        forceString: true',
    ]);
  });

  it('takes force from a parameter that becomes a boolean', () => {
    const name = 'socketLB.hostNamespaceOnly';
    const before = application(`parameters:\n- name: ${name}\n  value: "false"\n  forceString: true\n`);
    assertLines(before, written(carrier, before, [...helmPath, 'parameters'], set), [
      '-        value: "false"',
      '-        forceString: true',
      '+        value: "true"',
      '+        forceString: false',
    ]);
  });

  it('goes into the YAML of values, below a key where the address has one', () => {
    const before = application('values: |\n  cilium:\n    a: 1\n');
    const path = [...helmPath, 'values', 'cilium'];
    assertLines(before, written(carrier, before, path, set), [
      '+          socketLB:',
      '+            hostNamespaceOnly: true',
    ]);
  });

  it('refuses what a template or a value on the way decides', () => {
    const path = [...helmPath, 'parameters'];
    const templated = application('parameters:\n- {name: socketLB.hostNamespaceOnly, value: "{{ .x }}"}\n');
    assert.equal(written(carrier, templated, path, set), 'unknown-value');
    const scalar = application('parameters:\n- {name: socketLB, value: "false"}\n');
    assert.equal(written(carrier, scalar, path, set), 'holds-scalar');
    assert.equal(written(carrier, application(''), path, set), 'gone');
  });

  it('renames and removes parameters', () => {
    const before = application(
      'parameters:\n- name: old.a\n  value: b\n# about c\n- name: c\n  value: d\n- name: old.e\n  value: f\n',
    );
    const path = [...helmPath, 'parameters'];
    assertLines(before, written(carrier, before, path, { op: 'rename', from: ['old'], to: ['new', 'x'] }), [
      '-      - name: old.a',
      '-      - name: old.e',
      '+      - name: new.x.a',
      '+      - name: new.x.e',
    ]);
    assertLines(before, written(carrier, before, path, { op: 'remove', path: ['old'] }), [
      '-      - name: old.a',
      '-        value: b',
      '-      - name: old.e',
      '-        value: f',
    ]);
  });
});
