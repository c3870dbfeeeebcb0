import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ciliumChart, umbrellaChart } from '../../../support/charts.ts';
import { releasesIn } from '../../../support/releases.ts';

const values = 'cilium:\n  kubeProxyReplacement: true\n';
const hostOnly = 'cilium:\n  socketLB:\n    hostNamespaceOnly: true\n';

describe('an umbrella chart', () => {
  it('installs Cilium with the values below its key', () => {
    assert.deepEqual(
      releasesIn({ '/repo/Chart.yaml': umbrellaChart('1.16.4'), '/repo/values.yaml': values }),
      ['values.yaml[cilium]: 1.16.4, pinned 1.16.4'],
    );
  });

  it('installs it with the values below its alias, and below no other key', () => {
    const files = {
      '/repo/Chart.yaml': umbrellaChart('1.16.4', '    alias: cni\n'),
      '/repo/values.yaml': 'cni:\n  kubeProxyReplacement: true\ncilium:\n  kubeProxyReplacement: false\n',
    };
    assert.deepEqual(releasesIn(files)[0], 'values.yaml[cni]: 1.16.4, pinned 1.16.4');
  });

  it('installs it once for each alias', () => {
    const twice = umbrellaChart(
      '1.16.4',
      '    alias: left\n  - name: cilium\n    version: 1.16.4\n    alias: right\n',
    );
    const files = {
      '/repo/Chart.yaml': twice,
      '/repo/values.yaml': 'left: { kubeProxyReplacement: true }\nright: { kubeProxyReplacement: false }\n',
    };
    assert.deepEqual(releasesIn(files), [
      'values.yaml[left]: 1.16.4, pinned 1.16.4',
      'values.yaml[right]: 1.16.4, pinned 1.16.4',
    ]);
  });

  it('lays every other values file upon its values.yaml, whatever the file is called', () => {
    const files = {
      '/repo/Chart.yaml': umbrellaChart('1.16.4'),
      '/repo/prod.yaml': hostOnly,
      '/repo/envs/dev/values.yaml': hostOnly,
      '/repo/values.yaml': values,
    };
    assert.deepEqual(releasesIn(files), [
      'values.yaml[cilium] + prod.yaml[cilium]: 1.16.4, pinned 1.16.4',
      'values.yaml[cilium] + envs/dev/values.yaml[cilium]: 1.16.4, pinned 1.16.4',
    ]);
  });

  it('leaves out the values of a chart that lies inside of it', () => {
    const files = {
      '/repo/Chart.yaml': umbrellaChart('1.16.4'),
      '/repo/values.yaml': values,
      '/repo/charts/other/Chart.yaml': 'apiVersion: v2\nname: other\nversion: 1.0.0\n',
      '/repo/charts/other/values.yaml': hostOnly,
    };
    assert.deepEqual(releasesIn(files)[0], 'values.yaml[cilium]: 1.16.4, pinned 1.16.4');
  });

  it('says nothing as long as it sets nothing', () => {
    assert.deepEqual(
      releasesIn({ '/repo/Chart.yaml': umbrellaChart('1.16.4'), '/repo/values.yaml': 'replicas: 2\n' }),
      [],
    );
  });
});

describe('the version of a dependency', () => {
  const withChart = (more: Readonly<Record<string, string>>, version = '~1.15.0'): string | undefined =>
    releasesIn({
      '/repo/Chart.yaml': umbrellaChart(version),
      '/repo/values.yaml': values,
      ...more,
    })[0]?.replace(/^.*: /, '');

  it('is what the range allows and the values permit', () => {
    assert.equal(withChart({}), '1.15, range ~1.15.0');
    assert.equal(withChart({}, '">=1.12.0 <1.15.0"'), '1.14, range >=1.12.0 <1.15.0');
  });

  it('is the exact one of the lock', () => {
    const lock =
      'dependencies:\n- name: cilium\n  repository: https://helm.cilium.io\n  version: 1.15.7\ndigest: sha256:0\n';
    assert.equal(withChart({ '/repo/Chart.lock': lock }), '1.15.7, pinned 1.15.7');
  });

  it('is that of the vendored chart', () => {
    assert.equal(
      withChart({ '/repo/charts/cilium/Chart.yaml': ciliumChart('1.15.3') }),
      '1.15.3, pinned 1.15.3',
    );
  });

  it('is that of the chart in a folder of the workspace', () => {
    const files = {
      '/repo/network/Chart.yaml': umbrellaChart('"*"').replace(
        'https://helm.cilium.io',
        'file://../cilium-fork',
      ),
      '/repo/network/values.yaml': values,
      '/repo/cilium-fork/Chart.yaml': ciliumChart('1.15.3'),
    };
    assert.deepEqual(releasesIn(files), ['network/values.yaml[cilium]: 1.15.3, pinned 1.15.3']);
  });

  it('is open where a template stands', () => {
    assert.equal(withChart({}, '{{ .Values.version }}'), '1.14 to 1.20, inferred');
  });
});

describe('a vendored chart', () => {
  const vendored = {
    '/repo/charts/cilium/Chart.yaml': ciliumChart('1.16.4'),
    '/repo/charts/cilium/values.yaml': 'kubeProxyReplacement: "true"\nbpf:\n  masquerade: ~\n',
  };

  it('installs nothing by itself', () => {
    assert.deepEqual(releasesIn(vendored), []);
  });

  it('gives the lowest layer of the chart that installs it', () => {
    const files = { '/repo/Chart.yaml': umbrellaChart('1.16.4'), '/repo/values.yaml': values, ...vendored };
    assert.deepEqual(releasesIn(files), [
      '(charts/cilium/values.yaml) + values.yaml[cilium]: 1.16.4, pinned 1.16.4',
    ]);
  });

  it('gives that layer under the name of the chart, not of its alias', () => {
    const files = {
      '/repo/Chart.yaml': umbrellaChart('1.16.4', '    alias: cni\n'),
      '/repo/values.yaml': 'cni:\n  kubeProxyReplacement: true\n',
      ...vendored,
    };
    assert.deepEqual(releasesIn(files), [
      '(charts/cilium/values.yaml) + values.yaml[cni]: 1.16.4, pinned 1.16.4',
    ]);
  });

  it('may lie in another folder that the dependency names', () => {
    const files = {
      '/repo/network/Chart.yaml': umbrellaChart('1.16.4').replace(
        'https://helm.cilium.io',
        'file://../cilium-fork',
      ),
      '/repo/network/values.yaml': values,
      '/repo/cilium-fork/Chart.yaml': ciliumChart('1.16.4'),
      '/repo/cilium-fork/values.yaml': 'socketLB: { hostNamespaceOnly: true }\n',
    };
    assert.deepEqual(releasesIn(files), [
      '(cilium-fork/values.yaml) + network/values.yaml[cilium]: 1.16.4, pinned 1.16.4',
    ]);
  });
});
