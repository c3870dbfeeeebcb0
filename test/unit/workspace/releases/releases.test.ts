import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { below, umbrellaChart } from '../../../support/charts.ts';
import { only } from '../../../support/only.ts';
import { releasesIn } from '../../../support/releases.ts';
import { workspaceOf } from '../../../support/workspace.ts';

/** The versions that an install with these values may be, and how that is known. */
const versionsOf = (values: string, version?: string): string => {
  const files =
    version === undefined
      ? { '/repo/values.yaml': values }
      : {
          '/repo/Chart.yaml': umbrellaChart(version),
          '/repo/values.yaml': below('cilium', values),
        };
  return only(releasesIn(files)).replace(/^.*: /, '');
};

describe('the versions of a release', () => {
  const stories: readonly (readonly [
    story: string,
    values: string,
    version: string | undefined,
    wanted: string,
  ])[] = [
    ['are one where it is pinned', 'kubeProxyReplacement: true\n', '1.16.4', '1.16.4, pinned 1.16.4'],
    [
      'are one where a build of a distribution is pinned',
      'kubeProxyReplacement: true\n',
      '1.16.4-eks.1',
      '1.16.4, pinned 1.16.4-eks.1',
    ],
    ['are those of a range', 'kubeProxyReplacement: true\n', '~1.16.0', '1.16, range ~1.16.0'],
    [
      'are those of a range that take the values',
      'kubeProxyReplacement: strict\n',
      '">=1.14.0"',
      '1.14 to 1.15, range >=1.14.0',
    ],
    [
      'are those that take the values, where nothing is named',
      'kubeProxyReplacement: strict\n',
      undefined,
      '1.9 to 1.15, inferred',
    ],
    ['are those that know the keys', 'socketLB: { enabled: true }\n', undefined, '1.12 to 1.20, inferred'],
    [
      'are not narrowed by a key that was removed',
      'kubeProxyReplacement: true\nhostServices: { enabled: true }\n',
      undefined,
      '1.14 to 1.20, inferred',
    ],
    [
      'stay as named where they refuse the values',
      'kubeProxyReplacement: strict\n',
      '1.17.2',
      '1.17.2, pinned 1.17.2',
    ],
    [
      'are those that take the values, where the version is no version',
      'kubeProxyReplacement: true\n',
      'latest',
      '1.14 to 1.20, inferred',
    ],
    ['may be newer than any known', 'kubeProxyReplacement: true\n', '1.30.1', '1.30.1, pinned 1.30.1'],
  ];
  for (const [story, values, version, wanted] of stories) {
    it(story, () => assert.equal(versionsOf(values, version), wanted));
  }

  it('are those that every layer allows', () => {
    const files = {
      '/repo/values.yaml': 'kubeProxyReplacement: true\n',
      '/repo/values-prod.yaml': 'socketLB: { hostNamespaceOnly: true }\nbpf: { datapathMode: netkit }\n',
    };
    assert.deepEqual(releasesIn(files), ['values.yaml + values-prod.yaml: 1.16 to 1.20, inferred']);
  });
});

describe('the evidence of a version', () => {
  it('points at the file that names it', () => {
    const { releases } = workspaceOf({
      '/repo/Chart.yaml': umbrellaChart('1.16.4'),
      '/repo/values.yaml': 'cilium:\n  kubeProxyReplacement: true\n',
    });
    const { versionEvidence } = only(releases);
    assert.ok(versionEvidence.kind === 'pinned');
    assert.equal(versionEvidence.at.uri, 'file:///repo/Chart.yaml');
  });
});

describe('a release', () => {
  it('belongs where the file lies that makes it this release and no other', () => {
    const paths = workspaceOf({
      '/repo/network/Chart.yaml': umbrellaChart('1.16.4'),
      '/repo/network/values.yaml': 'cilium:\n  tunnelProtocol: geneve\n',
      '/repo/network/envs/values.yaml': 'cilium:\n  kubeProxyReplacement: true\n',
      '/repo/other/cilium-values.yaml': 'kubeProxyReplacement: true\n',
      '/repo/scripts/install.sh': 'helm install cilium cilium/cilium --set kubeProxyReplacement=true\n',
    }).releases.map(({ path }) => path);
    assert.deepEqual(paths, [
      '/repo/scripts/install.sh',
      '/repo/network/envs/values.yaml',
      '/repo/other/cilium-values.yaml',
    ]);
  });
});
