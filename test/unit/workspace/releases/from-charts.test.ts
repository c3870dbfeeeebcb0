import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ciliumChart, umbrellaChart } from '../../../support/charts.ts';
import { only } from '../../../support/only.ts';
import { releasesIn } from '../../../support/releases.ts';
import { pathOf } from '../../../support/uris.ts';
import { workspaceOf } from '../../../support/workspace.ts';

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

  it('counts the same where it lies packed', () => {
    const files = {
      '/repo/Chart.yaml': umbrellaChart('~1.16.0'),
      '/repo/values.yaml': values,
      '/repo/charts/cilium-1.16.4.tgz/cilium/Chart.yaml': ciliumChart('1.16.4'),
      '/repo/charts/cilium-1.16.4.tgz/cilium/values.yaml': 'socketLB: { hostNamespaceOnly: true }\n',
    };
    assert.deepEqual(releasesIn(files), [
      '(charts/cilium-1.16.4.tgz/cilium/values.yaml) + values.yaml[cilium]: 1.16.4, pinned 1.16.4',
    ]);
  });

  it('counts as it lies unpacked, where it lies there packed as well', () => {
    const files = {
      '/repo/Chart.yaml': umbrellaChart('1.16.4'),
      '/repo/values.yaml': values,
      ...vendored,
      '/repo/charts/cilium-1.15.3.tgz/cilium/Chart.yaml': ciliumChart('1.15.3'),
    };
    assert.deepEqual(releasesIn(files), [
      '(charts/cilium/values.yaml) + values.yaml[cilium]: 1.16.4, pinned 1.16.4',
    ]);
  });

  it('is the packed one in the range, where several lie there', () => {
    const files = {
      '/repo/Chart.yaml': umbrellaChart(
        '~1.15.0',
        '    alias: left\n  - name: cilium\n    version: 1.16.x\n    alias: right\n',
      ),
      '/repo/values.yaml': 'left: { kubeProxyReplacement: true }\nright: { kubeProxyReplacement: true }\n',
      '/repo/charts/cilium-1.15.3.tgz/cilium/Chart.yaml': ciliumChart('1.15.3'),
      '/repo/charts/cilium-1.16.4.tgz/cilium/Chart.yaml': ciliumChart('1.16.4'),
    };
    assert.deepEqual(releasesIn(files), [
      'values.yaml[left]: 1.15.3, pinned 1.15.3',
      'values.yaml[right]: 1.16.4, pinned 1.16.4',
    ]);
  });

  it('is told by what lies in the archive, not by what that is called', () => {
    const files = {
      '/repo/Chart.yaml': umbrellaChart('"*"'),
      '/repo/values.yaml': values,
      '/repo/charts/cilium-1.16.4.tgz/fork/Chart.yaml': ciliumChart('1.15.3'),
      '/repo/charts/a.tgz/cilium/Chart.yaml': 'name: another\nversion: 1.14.1\n',
    };
    assert.deepEqual(releasesIn(files), ['values.yaml[cilium]: 1.15.3, pinned 1.15.3']);
  });

  it('installs nothing by itself where it lies packed, nor does one that brings Cilium along', () => {
    const packed = {
      '/repo/charts/network-0.4.0.tgz/network/Chart.yaml': umbrellaChart('1.16.4'),
      '/repo/charts/network-0.4.0.tgz/network/values.yaml': values,
      '/repo/charts/network-0.4.0.tgz/network/charts/cilium/Chart.yaml': ciliumChart('1.16.4'),
      '/repo/charts/network-0.4.0.tgz/network/charts/cilium/values.yaml': 'kubeProxyReplacement: true\n',
    };
    assert.deepEqual(releasesIn(packed), []);
  });

  it('is never the place that tells a version, where it lies packed', () => {
    const { releases } = workspaceOf({
      '/repo/Chart.yaml': umbrellaChart('"*"'),
      '/repo/values.yaml': values,
      '/repo/charts/cilium-1.16.4.tgz/cilium/Chart.yaml': ciliumChart('1.16.4'),
    });
    const { versionEvidence } = only(releases);
    assert.ok(versionEvidence.kind === 'pinned');
    assert.equal(pathOf(versionEvidence.at.uri), '/repo/Chart.yaml');
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
