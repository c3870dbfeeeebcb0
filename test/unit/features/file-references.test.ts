import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { createMeshLint } from '../../../server/src/features/create-mesh-lint.ts';

type Files = Readonly<Record<string, string>>;

const uri = (path: string): string => `file:///repo/${path}`;

/** What the first file names, as `text → path`, with the line where a place inside of the file is meant. */
function namedIn(files: Files): readonly string[] {
  const lint = createMeshLint();
  for (const [path, text] of Object.entries(files)) lint.update(uri(path), text);
  const [path = '', text = ''] = Object.entries(files)[0] ?? [];
  return lint.inquiry.fileReferences(uri(path), text).map(({ span, target }) => {
    const { line } = lint.positionAt(target.uri, target.span.start);
    const place = target.uri.slice(uri('').length) + (target.span.end === 0 ? '' : `:${line + 1}`);
    return `${text.slice(span.start, span.end)} → ${place}`;
  });
}

const values = 'kubeProxyReplacement: true\n';
const application = (source: string): string =>
  `apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata:\n  name: cilium\nspec:\n${source}`;
const release = (spec: string): string =>
  `apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\nmetadata:\n  name: cilium\nspec:\n${spec}`;
const remote =
  '  chart:\n    spec:\n      chart: cilium\n      version: 1.16.3\n      sourceRef: { kind: HelmRepository, name: cilium }\n';

describe('the files that a file names', () => {
  it('are the values files of an Application, from the chart or from another source', () => {
    const own = application(
      '  source:\n    repoURL: https://example.org/repo\n    path: charts/cilium\n    helm:\n      valueFiles:\n        - "values.yaml"\n        - ../../prod.yaml\n        - missing.yaml\n',
    );
    const others = {
      'charts/cilium/Chart.yaml': 'name: cilium\n',
      'charts/cilium/values.yaml': values,
      'prod.yaml': values,
    };
    assert.deepEqual(namedIn({ 'apps/a.yaml': own, ...others }), [
      'charts/cilium → charts/cilium/Chart.yaml',
      'values.yaml → charts/cilium/values.yaml',
      '../../prod.yaml → prod.yaml',
    ]);
    const multi = application(
      '  sources:\n    - chart: cilium\n      repoURL: https://helm.cilium.io\n      helm:\n        valueFiles: [$values/cilium/prod.yaml]\n    - repoURL: https://example.org/repo\n      ref: values\n',
    );
    assert.deepEqual(namedIn({ 'a.yaml': multi, 'cilium/prod.yaml': values }), [
      '$values/cilium/prod.yaml → cilium/prod.yaml',
    ]);
  });

  it('are the objects that a HelmRelease takes values and charts from', () => {
    const from = `${remote}  valuesFrom:\n    - kind: ConfigMap\n      name: base\n    - kind: ConfigMap\n      name: made\n      valuesKey: v.yaml\n    - kind: Secret\n      name: elsewhere\n`;
    const objects = {
      'base.yaml':
        'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: base\ndata:\n  values.yaml: |\n    kubeProxyReplacement: true\n',
      'kustomization.yaml': 'configMapGenerator:\n  - name: made\n    files: [v.yaml=made.yaml]\n',
      'made.yaml': values,
    };
    assert.deepEqual(namedIn({ 'r.yaml': release(from), ...objects }), [
      'base → base.yaml:6',
      'made → made.yaml',
    ]);
    const source =
      'apiVersion: source.toolkit.fluxcd.io/v1\nkind: OCIRepository\nmetadata:\n  name: cilium\nspec:\n  url: oci://quay.io/cilium/charts/cilium\n  ref: { tag: 1.16.3 }\n';
    assert.deepEqual(
      namedIn({
        'r.yaml': release('  chartRef:\n    kind: OCIRepository\n    name: cilium\n'),
        'source.yaml': source,
      }),
      ['cilium → source.yaml:1'],
    );
    const files = release(
      '  chart:\n    spec:\n      chart: ./charts/cilium\n      # valuesFiles: [./a.yaml]\n      valuesFiles: [./a.yaml]\n      sourceRef: { kind: GitRepository, name: here }\n',
    );
    assert.deepEqual(
      namedIn({ 'apps/r.yaml': files, 'a.yaml': values, 'charts/cilium/Chart.yaml': 'name: cilium\n' }),
      ['./charts/cilium → charts/cilium/Chart.yaml', './a.yaml → a.yaml'],
    );
  });

  it('are the values files of helmfile, of commands, of Terraform and of Ansible', () => {
    const others = { 'v/cilium.yaml': values, 'v/istiod.yaml': 'pilot:\n  cni: { enabled: true }\n' };
    assert.deepEqual(
      namedIn({
        'helmfile.yaml':
          'releases:\n  - name: cilium\n    chart: cilium/cilium\n    values:\n      - v/cilium.yaml\n      - v/{{ .Name }}.yaml\n',
        ...others,
      }),
      ['v/cilium.yaml → v/cilium.yaml'],
    );
    assert.deepEqual(
      namedIn({
        'i.sh':
          'helm install cilium cilium/cilium -f v/cilium.yaml --values="v/cilium.yaml"\nhelm install istiod istio/istiod -f v/istiod.yaml\n',
        ...others,
      }),
      ['v/cilium.yaml → v/cilium.yaml', 'v/cilium.yaml → v/cilium.yaml', 'v/istiod.yaml → v/istiod.yaml'],
    );
    assert.deepEqual(
      namedIn({
        'm.tf':
          'resource "helm_release" "cilium" {\n  name = "cilium"\n  repository = "https://helm.cilium.io"\n  chart = "cilium"\n  values = [file("${path.module}/v/cilium.yaml")]\n}\n',
        ...others,
      }),
      ['${path.module}/v/cilium.yaml → v/cilium.yaml'],
    );
    assert.deepEqual(
      namedIn({
        'tasks.yml':
          '- kubernetes.core.helm:\n    name: cilium\n    chart_ref: cilium/cilium\n    values_files: [v/cilium.yaml]\n',
        ...others,
      }),
      ['v/cilium.yaml → v/cilium.yaml'],
    );
  });

  it('are what a kustomization takes in', () => {
    const kustomization = `resources:
  - namespace.yaml
  - ../base
  # - off.yaml
  - gone.yaml
patches:
  - path: patch.yaml
configMapGenerator:
  - name: cilium
    files: [values.yaml=cilium.yaml]
helmCharts:
  - name: cilium
    repo: https://helm.cilium.io
    valuesFile: cilium.yaml
`;
    const others = {
      'base/kustomization.yaml': 'resources: []\n',
      'app/namespace.yaml': 'kind: Namespace\n',
      'app/off.yaml': 'kind: Namespace\n',
      'app/patch.yaml': 'kind: Namespace\n',
      'app/cilium.yaml': values,
    };
    assert.deepEqual(namedIn({ 'app/kustomization.yaml': kustomization, ...others }), [
      'namespace.yaml → app/namespace.yaml',
      '../base → base/kustomization.yaml',
      'patch.yaml → app/patch.yaml',
      'cilium.yaml → app/cilium.yaml',
      'cilium.yaml → app/cilium.yaml',
    ]);
    const applier =
      'apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nmetadata:\n  name: app\nspec:\n  path: ./app\n  sourceRef: { kind: GitRepository, name: here }\n';
    assert.deepEqual(namedIn({ 'clusters/a/app.yaml': applier, 'app/kustomization.yaml': kustomization }), [
      './app → app/kustomization.yaml',
    ]);
  });

  it('are charts beside a chart', () => {
    const chart =
      'apiVersion: v2\nname: net\nversion: 1.0.0\ndependencies:\n  - name: cilium\n    version: 1.16.3\n    repository: file://../cilium\n  - name: base\n    version: 1.0.0\n    repository: https://example.org\n';
    assert.deepEqual(
      namedIn({ 'net/Chart.yaml': chart, 'cilium/Chart.yaml': 'name: cilium\nversion: 1.16.3\n' }),
      ['file://../cilium → cilium/Chart.yaml'],
    );
  });

  it('are spelled as other URIs are', () => {
    const files = { 'i.sh': "helm install cilium cilium/cilium -f 'a (b)@1.yaml'\n", 'a (b)@1.yaml': values };
    assert.deepEqual(namedIn(files), ['a (b)@1.yaml → a%20%28b%29%401.yaml']);
  });
});
