import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { helmRelease, installsIn } from '../../../support/mesh-installs.ts';

const reference = (kind: string, name: string): string =>
  `  chartRef:\n    kind: ${kind}\n    name: ${name}\n`;
const repository = (name: string, url: string, namespace = 'mesh'): string =>
  `apiVersion: source.toolkit.fluxcd.io/v1\nkind: OCIRepository\nmetadata:\n  name: ${name}\n  namespace: ${namespace}\nspec:\n  url: ${url}\n  ref:\n    tag: 1.27.1\n`;

describe('the chart that a source names', () => {
  const release = helmRelease('cni', reference('OCIRepository', 'plugin'));

  it('is looked up, with its version', () => {
    assert.deepEqual(
      installsIn({
        '/repo/istio/cni.yaml': release,
        '/repo/istio/source.yaml': repository('plugin', 'oci://gcr.io/istio-release/charts/cni'),
      }),
      ['istio cni-plugin 1.27.1 by HelmRelease cni in istio/cni.yaml'],
    );
  });

  it('is nothing in another namespace, of another name or kind, or where there is none', () => {
    const source = 'oci://gcr.io/istio-release/charts/cni';
    for (const other of [
      repository('plugin', source, 'elsewhere'),
      repository('other', source),
      repository('plugin', source).replaceAll('OCIRepository', 'HelmChart'),
    ]) {
      assert.deepEqual(installsIn({ '/repo/istio/cni.yaml': release, '/repo/source.yaml': other }), []);
    }
    assert.deepEqual(installsIn({ '/repo/istio/cni.yaml': release }), []);
  });
});

describe('values files', () => {
  const kuma = 'cni:\n  enabled: true\n';

  it('count where a command names them', () => {
    assert.deepEqual(
      installsIn({
        '/repo/install.sh': 'helm install kuma kuma/kuma -f mesh/kuma.yaml\n',
        '/repo/mesh/kuma.yaml': kuma,
      }),
      [
        'kuma control-plane by helm install kuma in install.sh',
        'kuma cni-plugin by helm install kuma (cni.enabled) in mesh/kuma.yaml',
      ],
    );
  });

  it('say nothing where nothing names them, unless their keys tell', () => {
    assert.deepEqual(installsIn({ '/repo/mesh/kuma.yaml': kuma }), []);
    assert.deepEqual(
      installsIn({ '/repo/mesh/values.yaml': 'connectInject:\n  cni:\n    enabled: true\n' }),
      [
        'consul cni-plugin by values with connectInject.cni.enabled (connectInject.cni.enabled) in mesh/values.yaml',
      ],
    );
    assert.deepEqual(installsIn({ '/repo/mesh/values.yaml': 'linkerd:\n  cniEnabled: true\n' }), [
      'linkerd cni-plugin by values with cniEnabled (cniEnabled) in mesh/values.yaml',
    ]);
  });

  it('say nothing by their keys beside the chart that they are the defaults of', () => {
    const files = {
      '/repo/chart/values.yaml': 'cniEnabled: true\n',
      '/repo/chart/Chart.yaml': 'name: linkerd-control-plane\nversion: 1.0.0\n',
    };
    assert.deepEqual(installsIn(files), []);
  });

  it('are merged in order, the inline values last', () => {
    const script = (more: string): string =>
      `helm install kuma kuma/kuma -f kuma.yaml -f kuma-off.yaml${more}\n`;
    const files = { '/repo/kuma.yaml': kuma, '/repo/kuma-off.yaml': 'cni:\n  enabled: false\n' };
    const plain = 'kuma control-plane by helm install kuma in install.sh';
    assert.deepEqual(installsIn({ ...files, '/repo/install.sh': script('') }), [plain]);
    assert.deepEqual(installsIn({ ...files, '/repo/install.sh': script(' --set cni.enabled=true') }), [
      plain,
      'kuma cni-plugin by helm install kuma (cni.enabled) in install.sh',
    ]);
  });

  it('beside a HelmRelease count where it takes values from an object', () => {
    const chart =
      '  chart:\n    spec:\n      chart: kuma\n      sourceRef:\n        kind: HelmRepository\n        name: kuma\n';
    const from = '  valuesFrom:\n  - kind: ConfigMap\n    name: kuma-values\n';
    const files = { '/repo/kuma/values.yaml': kuma };
    assert.deepEqual(
      installsIn({ ...files, '/repo/kuma/release.yaml': helmRelease('kuma', chart) }).length,
      1,
    );
    assert.deepEqual(installsIn({ ...files, '/repo/kuma/release.yaml': helmRelease('kuma', chart + from) }), [
      'kuma control-plane by HelmRelease kuma in kuma/release.yaml',
      'kuma cni-plugin by HelmRelease kuma (cni.enabled) in kuma/values.yaml',
    ]);
  });
});

describe('an umbrella chart', () => {
  const chart = (more = ''): string =>
    `apiVersion: v2\nname: mesh\nversion: 0.1.0\ndependencies:\n- name: consul\n  version: 1.6.0\n  repository: https://helm.releases.hashicorp.com\n${more}`;

  it('installs its dependencies, with the values below their keys', () => {
    assert.deepEqual(
      installsIn({
        '/repo/mesh/Chart.yaml': chart('  alias: net\n'),
        '/repo/mesh/values.yaml':
          'net:\n  connectInject:\n    default: true\nconsul:\n  connectInject:\n    cni:\n      enabled: true\n',
      }),
      [
        'consul control-plane 1.6.0 by dependency net in mesh/Chart.yaml',
        'consul injects-everywhere 1.6.0 by dependency net (connectInject.default) in mesh/values.yaml',
      ],
    );
  });

  it('is told by its repository, and not by its lock', () => {
    assert.deepEqual(installsIn({ '/repo/mesh/Chart.lock': chart() }), []);
    assert.deepEqual(
      installsIn({
        '/repo/mesh/Chart.yaml': chart().replace('helm.releases.hashicorp.com', 'charts.bitnami.com'),
      }),
      [],
    );
  });
});

describe('a switch that nobody can know', () => {
  const release = (values: string): string =>
    helmRelease(
      'istio-cni',
      `  chart:\n    spec:\n      chart: cni\n      sourceRef:\n        kind: HelmRepository\n        name: istio\n  values:\n${values}`,
    );

  it('installs nothing, and takes away what it may', () => {
    assert.deepEqual(installsIn({ '/repo/cni.yaml': release('    chained: ${CHAINED}\n') }), []);
    assert.equal(installsIn({ '/repo/cni.yaml': release('    chained: true\n') }).length, 1);
  });
});
