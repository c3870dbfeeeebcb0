import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { releasesIn } from '../../../support/releases.ts';

const values = 'kubeProxyReplacement: true\n';

describe('values files alone', () => {
  it('are an install each, with their overlays', () => {
    const files = {
      '/repo/cilium/values.yaml': values,
      '/repo/cilium/values-prod.yaml': 'socketLB: { hostNamespaceOnly: true }\n',
      '/repo/other/cilium.yaml': values,
    };
    assert.deepEqual(releasesIn(files), [
      'cilium/values.yaml + cilium/values-prod.yaml: 1.14 to 1.20, inferred',
      'other/cilium.yaml: 1.14 to 1.20, inferred',
    ]);
  });

  it('may hold the values below the name of the chart, and below no other', () => {
    assert.deepEqual(releasesIn({ '/repo/a.yaml': `cilium:\n  ${values}` }), [
      'a.yaml[cilium]: 1.14 to 1.20, inferred',
    ]);
    assert.deepEqual(releasesIn({ '/repo/a.yaml': `network:\n  ${values}` }), []);
  });

  it('do not complete each other where one holds the values at the root and the other below the name', () => {
    const files = {
      '/repo/values.yaml': values,
      '/repo/values-prod.yaml': 'cilium:\n  socketLB: { hostNamespaceOnly: true }\n',
    };
    assert.deepEqual(releasesIn(files), [
      'values.yaml: 1.14 to 1.20, inferred',
      'values-prod.yaml[cilium]: 1.12 to 1.20, inferred',
    ]);
  });

  it('merge their documents', () => {
    const files = { '/repo/values.yml': `${values}---\nsocketLB:\n  hostNamespaceOnly: true\n` };
    assert.deepEqual(releasesIn(files), ['values.yml + values.yml: 1.14 to 1.20, inferred']);
  });

  it('are no install where they belong to the chart itself', () => {
    const files = {
      '/repo/cilium/Chart.yaml': 'apiVersion: v2\nname: cilium\nversion: 1.16.4\n',
      '/repo/cilium/values.yaml': values,
    };
    assert.deepEqual(releasesIn(files), []);
  });

  it('are one where they merely lie beside a chart of the same name that depends on it', () => {
    const files = {
      '/repo/cilium/Chart.yaml':
        'apiVersion: v2\nname: cilium\nversion: 0.1.0\ndependencies: [{ name: cilium, version: 1.16.4 }]\n',
      '/repo/cilium/values.yaml': `cilium:\n  ${values}`,
    };
    assert.deepEqual(releasesIn(files), ['cilium/values.yaml[cilium]: 1.16.4, pinned 1.16.4']);
  });

  it('lie in folders of any name', () => {
    const files = { '/c:/my repo/100% @home/values.yaml': values };
    assert.deepEqual(releasesIn(files), ['/c:/my repo/100% @home/values.yaml: 1.14 to 1.20, inferred']);
  });
});

describe('a rendered cilium-config', () => {
  const config = (metadata = ''): string =>
    `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: cilium-config\n  namespace: kube-system\n${metadata}data:\n  kube-proxy-replacement: "true"\n`;

  it('is an install by itself', () => {
    assert.deepEqual(releasesIn({ '/repo/cilium.yaml': config() }), [
      'cilium.yaml[data]: 1.14 to 1.20, inferred',
    ]);
  });

  it('has the version that it was rendered from', () => {
    const labelled = config('  labels:\n    app.kubernetes.io/version: 1.16.4\n');
    assert.deepEqual(releasesIn({ '/repo/cilium.yaml': labelled }), [
      'cilium.yaml[data]: 1.16.4, pinned 1.16.4',
    ]);
  });

  it('is not mixed with values files', () => {
    assert.deepEqual(releasesIn({ '/repo/values-config.yaml': config(), '/repo/values.yaml': values }), [
      'values.yaml: 1.14 to 1.20, inferred',
      'values-config.yaml[data]: 1.14 to 1.20, inferred',
    ]);
  });
});
