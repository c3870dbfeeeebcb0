import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ciliumChart, umbrellaChart } from '../../../support/charts.ts';
import { only } from '../../../support/only.ts';
import { releasesIn } from '../../../support/releases.ts';
import { pathOf } from '../../../support/uris.ts';
import { workspaceOf } from '../../../support/workspace.ts';

const values = 'kubeProxyReplacement: true\n';
const hostOnly = 'socketLB:\n  hostNamespaceOnly: true\n';

/** What a script in `/repo/scripts` installs, with the files beside it. */
const installed = (script: string, files: Readonly<Record<string, string>> = {}): readonly string[] =>
  releasesIn({ ...files, '/repo/scripts/install.sh': script });

describe('a command', () => {
  it('installs Cilium with its --set arguments', () => {
    assert.deepEqual(
      installed(
        'helm upgrade --install cilium cilium/cilium --version 1.16.4 --set kubeProxyReplacement=true\n',
      ),
      ['scripts/install.sh: 1.16.4, pinned 1.16.4'],
    );
  });

  it('lays its files upon each other in their order, and --set upon all', () => {
    const script =
      'helm install cilium cilium/cilium --version 1.16.4 --set debug.enabled=true -f base.yaml -f prod.yaml\n';
    const files = { '/repo/scripts/prod.yaml': hostOnly, '/repo/scripts/base.yaml': values };
    assert.deepEqual(installed(script, files), [
      'scripts/base.yaml + scripts/prod.yaml + scripts/install.sh: 1.16.4, pinned 1.16.4',
    ]);
  });

  it('finds files from its own folder and from those above, the nearest first', () => {
    const script =
      'helm install cilium cilium/cilium --version 1.16.4 -f values.yaml -f cilium/prod.yaml -f ../cilium/eu.yaml\n';
    const files = {
      '/repo/values.yaml': values,
      '/repo/scripts/values.yaml': values,
      '/repo/cilium/prod.yaml': hostOnly,
      '/repo/cilium/eu.yaml': hostOnly,
    };
    assert.equal(
      installed(script, files)[0],
      'scripts/values.yaml + cilium/prod.yaml + cilium/eu.yaml: 1.16.4, pinned 1.16.4',
    );
  });

  it('does not know what a file sets that is not there, or that a variable names', () => {
    for (const file of ['missing.yaml', '"$VALUES"', '$DIR/values.yaml', 'https://example.net/values.yaml']) {
      assert.deepEqual(installed(`helm install cilium cilium/cilium --version 1.16.4 -f ${file}\n`), [
        '?: 1.16.4, pinned 1.16.4',
      ]);
    }
  });

  it('takes nothing from a file without any setting of Cilium', () => {
    const script = 'helm install cilium cilium/cilium --version 1.16.4 -f values.yaml -f labels.yaml\n';
    const files = {
      '/repo/scripts/values.yaml': values,
      '/repo/scripts/labels.yaml': 'commonLabels:\n  team: network\n',
    };
    assert.deepEqual(installed(script, files), ['scripts/values.yaml: 1.16.4, pinned 1.16.4']);
  });

  it('reads files with blanks and other odd letters in their path', () => {
    const script = "helm install cilium cilium/cilium --version 1.16.4 -f 'my values@100%.yaml'\n";
    const files = { '/repo/scripts/my values@100%.yaml': values };
    assert.deepEqual(installed(script, files), ['scripts/my values@100%.yaml: 1.16.4, pinned 1.16.4']);
  });

  it('finds its files on a Windows drive', () => {
    const files = {
      '/c:/my repo/install.sh':
        'helm install cilium cilium/cilium --version 1.16.4 -f ./cilium/values.yaml\n',
      '/c:/my repo/cilium/values.yaml': values,
    };
    assert.deepEqual(releasesIn(files), ['/c:/my repo/cilium/values.yaml: 1.16.4, pinned 1.16.4']);
  });

  it('leaves a values file to be judged by itself where it prints, or installs another chart', () => {
    const files = { '/repo/scripts/values.yaml': values };
    for (const script of [
      'helm template cilium cilium/cilium --version 1.16.4 -f values.yaml | grep image\n',
      'helm upgrade --install istiod istio/istiod --version 1.24.0 -f values.yaml\n',
      'helm install tetragon cilium/tetragon --version 1.3.0 -f values.yaml\n',
    ]) {
      assert.deepEqual(installed(script, files), ['scripts/values.yaml: 1.14 to 1.20, inferred']);
    }
  });

  it('deploys the values files that it names, so they are not judged by themselves', () => {
    const files = {
      '/repo/scripts/install.sh': 'helm install cilium cilium/cilium -f values.yaml -f prod.yaml\n',
      '/repo/scripts/values.yaml': values,
      '/repo/scripts/prod.yaml': hostOnly,
    };
    assert.deepEqual(releasesIn(files), ['scripts/values.yaml + scripts/prod.yaml: 1.14 to 1.20, inferred']);
  });
});

describe('the command line of Cilium', () => {
  it('brings its own chart, whatever a folder is called', () => {
    const files = { '/repo/cilium/Chart.yaml': umbrellaChart('1.13.4') };
    assert.deepEqual(installed('cilium install --version 1.16.4 --set kubeProxyReplacement=true\n', files), [
      'scripts/install.sh: 1.16.4, pinned 1.16.4',
    ]);
  });
});

describe('the version of a command', () => {
  const versionOf = (chart: string): string | undefined =>
    installed(`helm install cilium ${chart} --set kubeProxyReplacement=true\n`)[0]?.replace(
      'scripts/install.sh: ',
      '',
    );

  const stories: Readonly<Record<string, string>> = {
    'cilium/cilium --version 1.16.4': '1.16.4, pinned 1.16.4',
    'cilium/cilium --version=v1.15.3': '1.15.3, pinned v1.15.3',
    "cilium/cilium --version '~1.15'": '1.15, range ~1.15',
    './cilium-1.14.19.tgz': '1.14.19, pinned 1.14.19',
    'https://helm.cilium.io/cilium-1.14.19.tgz': '1.14.19, pinned 1.14.19',
    'oci://quay.io/cilium/charts/cilium:1.18.2': '1.18.2, pinned 1.18.2',
    'oci://quay.io/cilium/charts/cilium --version 1.18.2': '1.18.2, pinned 1.18.2',
    'cilium --repo https://helm.cilium.io': '1.14 to 1.20, inferred',
    'cilium/cilium --version "$CILIUM_VERSION"': '1.14 to 1.20, inferred',
  };
  for (const [chart, version] of Object.entries(stories)) {
    it(`is ${version} for ${chart}`, () => assert.equal(versionOf(chart), version));
  }
});

describe('a command with a chart of the workspace', () => {
  it('installs the chart in a folder upon its own values, whatever the folder is called', () => {
    const files = {
      '/repo/charts/cni/Chart.yaml': ciliumChart('1.16.4'),
      '/repo/charts/cni/values.yaml': 'kubeProxyReplacement: "false"\n',
      '/repo/scripts/values.yaml': values,
    };
    assert.deepEqual(installed('helm install cilium ./charts/cni -f values.yaml\n', files), [
      '(charts/cni/values.yaml) + scripts/values.yaml: 1.16.4, pinned 1.16.4',
    ]);
  });

  it('takes the version of that chart, whatever the command asks of a repository', () => {
    const files = { '/repo/charts/cilium/Chart.yaml': ciliumChart('1.15.3') };
    assert.deepEqual(
      installed(
        'helm install cilium charts/cilium --version 1.16.4 --set kubeProxyReplacement=true\n',
        files,
      ),
      ['scripts/install.sh: 1.15.3, pinned 1.15.3'],
    );
  });

  it('goes by the version of Cilium where a fork has a numbering of its own', () => {
    const files = {
      '/repo/fork/Chart.yaml': 'apiVersion: v2\nname: cilium\nversion: 0.3.1\nappVersion: 1.16.4\n',
      '/repo/scripts/values.yaml': values,
    };
    assert.deepEqual(installed('helm install cilium ./fork -f values.yaml\n', files), [
      'scripts/values.yaml: 1.16.4, pinned 1.16.4',
    ]);
  });

  it('installs a packed chart upon its own values, in the version that it tells itself', () => {
    const files = {
      '/repo/cilium-1.16.4.tgz/cilium/Chart.yaml': ciliumChart('1.15.3'),
      '/repo/cilium-1.16.4.tgz/cilium/values.yaml': 'socketLB: { hostNamespaceOnly: true }\n',
      '/repo/scripts/values.yaml': values,
    };
    assert.deepEqual(installed('helm install cilium ./cilium-1.16.4.tgz -f values.yaml\n', files), [
      '(cilium-1.16.4.tgz/cilium/values.yaml) + scripts/values.yaml: 1.15.3, pinned 1.15.3',
    ]);
  });

  it("installs a distribution's packing of it, which is numbered its own way", () => {
    const chart = 'rke2-cilium-1.15.500.tgz/rke2-cilium';
    const files = {
      [`/repo/${chart}/Chart.yaml`]: 'apiVersion: v2\nname: rke2-cilium\nversion: 1.15.500\n',
      [`/repo/${chart}/values.yaml`]: 'kubeProxyReplacement: "false"\n',
      '/repo/scripts/values.yaml': values,
    };
    assert.deepEqual(installed('helm install cilium ./rke2-cilium-1.15.500.tgz -f values.yaml\n', files), [
      `(${chart}/values.yaml) + scripts/values.yaml: 1.15.5, pinned 1.15.500`,
    ]);
  });

  it('installs a packed umbrella chart, whose own values are defaults as well', () => {
    const chart = '/repo/charts/network-0.4.0.tgz/network';
    const files = {
      [`${chart}/Chart.yaml`]: umbrellaChart('1.16.4'),
      [`${chart}/values.yaml`]: 'cilium:\n  kubeProxyReplacement: true\n',
      [`${chart}/charts/cilium/Chart.yaml`]: ciliumChart('1.16.4'),
      [`${chart}/charts/cilium/values.yaml`]: 'kubeProxyReplacement: "false"\n',
      '/repo/scripts/values.yaml': 'cilium:\n  ipam: { mode: kubernetes }\n  k8sServiceHost: 10.0.0.1\n',
    };
    const { releases } = workspaceOf({
      ...files,
      '/repo/scripts/install.sh': 'helm install network ../charts/network-0.4.0.tgz -f values.yaml\n',
    });
    const release = only(releases);
    assert.deepEqual(
      release.layers.map(({ uri, isChartDefaults = false }) => [pathOf(uri), isChartDefaults]),
      [
        [`${chart}/charts/cilium/values.yaml`, true],
        [`${chart}/values.yaml`, true],
        ['/repo/scripts/values.yaml', false],
      ],
    );
    assert.ok(release.versionEvidence.kind === 'pinned');
    assert.equal(pathOf(release.versionEvidence.at.uri), '/repo/scripts/install.sh');
  });

  it('installs an umbrella chart with its values.yaml under the files it names', () => {
    const files = {
      '/repo/network/Chart.yaml': umbrellaChart('1.16.4'),
      '/repo/network/values.yaml': 'cilium:\n  kubeProxyReplacement: true\n',
      '/repo/envs/prod.yaml': 'cilium:\n  socketLB:\n    hostNamespaceOnly: true\n',
      '/repo/scripts/install.sh': 'helm upgrade --install network ../network -f ../envs/prod.yaml\n',
    };
    assert.deepEqual(releasesIn(files), [
      'network/values.yaml[cilium] + envs/prod.yaml[cilium]: 1.16.4, pinned 1.16.4',
    ]);
  });

  it('leaves the other environments of an umbrella chart to be judged as well', () => {
    const files = {
      '/repo/network/Chart.yaml': umbrellaChart('1.16.4'),
      '/repo/network/values.yaml': 'cilium:\n  kubeProxyReplacement: true\n',
      '/repo/network/prod.yaml': 'cilium:\n  socketLB:\n    hostNamespaceOnly: true\n',
      '/repo/network/dev.yaml': 'cilium:\n  debug: { enabled: true }\n  tunnelProtocol: geneve\n',
      '/repo/scripts/install.sh': 'helm upgrade --install network ../network -f ../network/prod.yaml\n',
    };
    assert.deepEqual(releasesIn(files), [
      'network/values.yaml[cilium] + network/prod.yaml[cilium]: 1.16.4, pinned 1.16.4',
      'network/values.yaml[cilium] + network/dev.yaml[cilium]: 1.16.4, pinned 1.16.4',
    ]);
  });
});
