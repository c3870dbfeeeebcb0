import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { k3sHelmChartCarrier } from '../../../../server/src/carriers/k3s/helm-chart.ts';
import { applyEdits, type Change } from '../../../../server/src/edits/edit.ts';
import { factsIn } from '../../../support/read.ts';
import { only } from '../../../support/only.ts';

const chart = (set: string): string =>
  `apiVersion: helm.cattle.io/v1\nkind: HelmChart\nmetadata:\n  name: cilium\nspec:\n  chart: cilium\n  set:\n${set}`;

const layerOf = (set: string) =>
  only(factsIn(k3sHelmChartCarrier, chart(set)).flatMap((fact) => (fact.kind === 'settings' ? [fact] : [])));

const settingsOf = (set: string) => layerOf(set).settings.map(({ path, value }) => [path.join('/'), value]);

const known = (value: string | number | boolean | null) => ({ kind: 'known', value });

describe('the `set` of a HelmChart', () => {
  it('holds keys in the grammar of `--set`, and the maps above them', () => {
    assert.deepEqual(settingsOf('    socketLB.hostNamespaceOnly: "true"\n'), [
      ['socketLB', { kind: 'map', open: false }],
      ['socketLB/hostNamespaceOnly', known(true)],
    ]);
  });

  it('hands booleans and whole numbers on as such, and all other text as text', () => {
    assert.deepEqual(
      settingsOf('    a: "TRUE"\n    b: 7\n    c: "7"\n    d: strict\n    e: "1,5"\n').map(
        ([, value]) => value,
      ),
      [known(true), known(7), known('7'), known('strict'), known('1,5')],
    );
  });

  it('does not know what a variable says', () => {
    assert.deepEqual(settingsOf('    kubeProxyReplacement: ${KPR}\n'), [
      ['kubeProxyReplacement', { kind: 'unknown', reason: 'substitution' }],
    ]);
  });

  it('knows where a key stands', () => {
    const text = chart('    k8s.serviceHost: 10.0.0.1\n');
    const { settings } = layerOf('    k8s.serviceHost: 10.0.0.1\n');
    assert.deepEqual(
      settings.map(({ keySpan }) => text.slice(keySpan.start, keySpan.end)),
      ['k8s', 'k8s.serviceHost'],
    );
  });
});

describe('a change of `set`', () => {
  const after = (set: string, change: Change): string => {
    const text = chart(set);
    const result = k3sHelmChartCarrier.write(text, { document: 0, path: ['spec', 'set'] }, change);
    return result.ok ? applyEdits(text, result.edits).slice(chart('').length) : result.reason;
  };
  const path = ['socketLB', 'hostNamespaceOnly'];

  it('writes text, for the field takes nothing else', () => {
    assert.equal(
      after('    a: b\n', { op: 'set', path, value: true }),
      '    a: b\n    socketLB.hostNamespaceOnly: "true"\n',
    );
  });

  it('goes behind the related key, and over the key that is there', () => {
    assert.equal(
      after('    a: b\n    c: d\n', { op: 'set', path, value: true, near: ['a'] }),
      '    a: b\n    socketLB.hostNamespaceOnly: "true"\n    c: d\n',
    );
    assert.equal(
      after("    socketLB.hostNamespaceOnly: 'false'\n", { op: 'set', path, value: true }),
      "    socketLB.hostNamespaceOnly: 'true'\n",
    );
  });

  it('renames a key with its dots', () => {
    const change: Change = { op: 'rename', from: ['hostServices', 'hostNamespaceOnly'], to: path };
    assert.equal(
      after('    hostServices.hostNamespaceOnly: "true"\n    a: b\n', change),
      '    socketLB.hostNamespaceOnly: "true"\n    a: b\n',
    );
  });

  it('removes all below a key', () => {
    assert.equal(
      after('    socketLB.enabled: "true"\n    a: b\n    socketLB.x: c\n', {
        op: 'remove',
        path: ['socketLB'],
      }),
      '    a: b\n',
    );
    assert.equal(after('    a: b\n', { op: 'remove', path: ['socketLB'] }), 'absent');
  });
});
