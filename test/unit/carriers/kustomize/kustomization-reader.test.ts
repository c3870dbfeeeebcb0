import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { kustomizationReader } from '../../../../server/src/carriers/kustomize/kustomization-reader.ts';
import type { ValuesObjectFact } from '../../../../server/src/facts/deployment.ts';
import type { KustomizationFact } from '../../../../server/src/facts/kustomization.ts';
import { only } from '../../../support/only.ts';
import { factsIn } from '../../../support/read.ts';

const kustomizationsIn = (text: string, path = '/repo/kustomization.yaml'): readonly KustomizationFact[] =>
  factsIn(kustomizationReader, text, path).filter((fact) => fact.kind === 'kustomization');

const objectsIn = (text: string): readonly ValuesObjectFact[] =>
  factsIn(kustomizationReader, text, '/repo/kustomization.yaml').filter(
    (fact) => fact.kind === 'values-object',
  );

describe('a kustomization', () => {
  it('lists what it takes in, without what lies elsewhere', () => {
    const fact = only(
      kustomizationsIn(
        'resources: [a.yaml, ../base, "https://example.org/x.yaml", "github.com/x/y?ref=v1"]\nbases: [../old]\ncomponents: [../mesh]\n',
      ),
    );
    assert.deepEqual(fact.resources, ['a.yaml', '../base', '../old']);
    assert.deepEqual(fact.components, ['../mesh']);
    assert.equal(fact.role, 'kustomization');
  });

  it('needs no kind, but a component says what it is', () => {
    assert.equal(only(kustomizationsIn('kind: Component\npatches: []\n')).role, 'component');
  });

  it('has one of three names', () => {
    const counts = ['kustomization.yaml', 'kustomization.yml', 'Kustomization', 'kustomize.yaml'].map(
      (name) => kustomizationsIn('resources: [a.yaml]\n', `/repo/${name}`).length,
    );
    assert.deepEqual(counts, [1, 1, 1, 0]);
  });

  it('names the files of its generators and charts', () => {
    const text = `configMapGenerator: [{ name: a, files: [values.yaml=./a.yaml, b.yaml], envs: [c.env] }]
helmCharts: [{ name: cilium, valuesFile: d.yaml, additionalValuesFiles: [e.yaml] }]
configurations: [f.yaml]
`;
    assert.deepEqual(only(kustomizationsIn(text)).files, [
      'f.yaml',
      './a.yaml',
      'b.yaml',
      'c.env',
      'd.yaml',
      'e.yaml',
    ]);
  });

  it('remembers entries in comments', () => {
    const text = `resources:
  - a.yaml
  # - ./b.yaml
  #- c/ks.yaml # later
  # a sentence - with a dash
  # - https://example.org/d.yaml
configMapGenerator:
  - name: x
    files:
      # - values.yaml=./e.yaml
      - f.yaml
`;
    assert.deepEqual(only(kustomizationsIn(text)).commentedOut, ['./b.yaml', 'c/ks.yaml', './e.yaml']);
  });

  it('takes patches in the order in which kustomize applies them', () => {
    const text = `patches:
  - path: second.yaml
  - target: { kind: HelmRelease }
    patch: |
      - { op: add, path: /spec/values/debug, value: {} }
patchesStrategicMerge: [first.yaml]
patchesJson6902: [{ path: last.yaml, target: { kind: HelmRelease, name: cilium } }]
`;
    const { patches } = only(kustomizationsIn(text));
    assert.deepEqual(
      patches.map(({ from }) => (from.kind === 'file' ? from.path : from.patch.form)),
      ['first.yaml', 'second.yaml', 'operations', 'last.yaml'],
    );
    assert.deepEqual(patches.at(-1)?.target, { resource: 'HelmRelease', name: 'cilium' });
  });
});

describe('a generated object', () => {
  it('has a key for each file, renamed or by its name', () => {
    const text =
      'configMapGenerator: [{ name: cilium, namespace: net, files: [values.yaml=./cilium.yaml, x/b.yaml] }]\n';
    assert.deepEqual(
      objectsIn(text).map(({ name, namespace, key, holds }) => [name, namespace, key, holds]),
      [
        ['cilium', 'net', 'values.yaml', { kind: 'file', path: './cilium.yaml' }],
        ['cilium', 'net', 'b.yaml', { kind: 'file', path: 'x/b.yaml' }],
      ],
    );
  });

  it('does not tell what a literal says', () => {
    const fact = only(
      objectsIn('secretGenerator: [{ name: cilium, literals: ["values.yaml=debug: {}"] }]\n'),
    );
    assert.deepEqual([fact.object, fact.key, fact.holds], ['Secret', 'values.yaml', { kind: 'unknown' }]);
  });

  it('is wherever the kustomization puts everything', () => {
    const text =
      'namespace: net\nconfigMapGenerator: [{ name: cilium, namespace: other, files: [a.yaml] }]\n';
    assert.equal(only(objectsIn(text)).namespace, undefined);
  });

  it('may be named with the prefix of the kustomization', () => {
    const text = 'namePrefix: eu-\nconfigMapGenerator: [{ name: cilium, files: [a.yaml] }]\n';
    assert.deepEqual(
      objectsIn(text).map(({ name }) => name),
      ['cilium', 'eu-cilium'],
    );
  });

  it('may be changed by a patch in a way that is not read', () => {
    const text = `patches:
  - patch: |
      apiVersion: v1
      kind: ConfigMap
      metadata: { name: cilium }
      data: { values.yaml: "debug: {}" }
`;
    assert.deepEqual(
      objectsIn(text).map(({ key, holds }) => `${key}: ${holds.kind}`),
      ['values.yaml: unknown'],
    );
  });
});

describe('an object that has folders applied', () => {
  const flux = (spec: string): string =>
    `apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nmetadata: { name: a }\nspec: { sourceRef: { kind: GitRepository, name: a }, ${spec} }\n`;

  it('is a Kustomization of Flux, if it names a path: without one it is for another repository', () => {
    const facts = kustomizationsIn(
      `${flux('path: ./apps/cilium, components: [../mesh]')}---\n${flux('prune: true')}`,
      '/repo/ks.yaml',
    );
    assert.deepEqual(
      facts.map(({ role, base, resources }) => [role, base, resources]),
      [['applier', 'repository', ['./apps/cilium']]],
    );
    assert.deepEqual(facts[0]?.components, ['../mesh']);
  });

  it('may name a folder with a variable', () => {
    assert.deepEqual(
      only(kustomizationsIn(flux('path: "./clusters/${NAME}/apps"'), '/repo/ks.yaml')).resources,
      ['./clusters/*/apps'],
    );
  });

  it('is an Application of Argo CD, or an ApplicationSet with its generators', () => {
    const set = `apiVersion: argoproj.io/v1alpha1
kind: ApplicationSet
spec:
  generators: [{ git: { directories: [{ path: apps/* }] } }]
  template:
    spec:
      source: { path: '{{path}}' }
`;
    assert.deepEqual(only(kustomizationsIn(set, '/repo/set.yaml')).resources, ['*', 'apps/*']);
  });
});
