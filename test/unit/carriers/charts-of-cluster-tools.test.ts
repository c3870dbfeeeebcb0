import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { releasesIn } from '../../support/releases.ts';

const values = (indent: string): string => `|\n${indent}  kubeProxyReplacement: true\n`;

/** Files that install Cilium, and what release is made of them. */
const installs: Readonly<Record<string, readonly [text: string, releases: readonly string[]]>> = {
  'a Chart of k0s': [
    `apiVersion: helm.k0sproject.io/v1beta1\nkind: Chart\nmetadata: {name: cilium}\nspec:\n  chartName: cilium/cilium\n  version: 1.17.3\n  values: ${values('  ')}`,
    ['file.yaml[spec.values]: 1.17.3, pinned 1.17.3'],
  ],
  'a control plane of k0smotron': [
    `apiVersion: controlplane.cluster.x-k8s.io/v1beta1\nkind: K0sControlPlane\nspec:\n  k0sConfigSpec:\n    k0s:\n      apiVersion: k0s.k0sproject.io/v1beta1\n      kind: ClusterConfig\n      spec:\n        extensions:\n          helm:\n            charts:\n              - chartname: oci://quay.io/cilium/charts/cilium\n                version: 1.18.1\n                values: ${values('                ')}`,
    ['file.yaml[spec.k0sConfigSpec.k0s.spec.extensions.helm.charts.0.values]: 1.18.1, pinned 1.18.1'],
  ],
  'a HelmReleaseProxy': [
    `apiVersion: addons.cluster.x-k8s.io/v1alpha1\nkind: HelmReleaseProxy\nspec:\n  chartName: cilium\n  version: 1.16.1\n  values: ${values('  ')}`,
    ['file.yaml[spec.values]: 1.16.1, pinned 1.16.1'],
  ],
  'a HelmChartProxy that takes values from elsewhere': [
    `apiVersion: addons.cluster.x-k8s.io/v1alpha1\nkind: HelmChartProxy\nspec:\n  chartName: cilium\n  version: 1.16.1\n  valuesTemplate: ${values('  ')}  valuesFrom: [{kind: ConfigMap, name: more}]\n`,
    ['file.yaml[spec.valuesTemplate] + ?: 1.16.1, pinned 1.16.1'],
  ],
  'a profile that takes Cilium away': [
    `apiVersion: config.projectsveltos.io/v1beta1\nkind: ClusterProfile\nspec:\n  helmCharts:\n    - chartName: cilium/cilium\n      chartVersion: 1.16.1\n      helmChartAction: Uninstall\n      values: ${values('      ')}`,
    [],
  ],
  'a profile of another chart': [
    `apiVersion: config.projectsveltos.io/v1beta1\nkind: ClusterProfile\nspec:\n  helmCharts:\n    - chartName: kyverno/kyverno\n      values: ${values('      ')}`,
    [],
  ],
};

describe('what tools for clusters install', () => {
  for (const [what, [text, releases]] of Object.entries(installs)) {
    it(`is told by ${what}`, () => assert.deepEqual(releasesIn({ '/repo/file.yaml': text }), releases));
  }
});
