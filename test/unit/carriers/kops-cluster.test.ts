import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { kopsClusterCarrier } from '../../../server/src/carriers/kops-cluster.ts';
import { applyEdits, type Change } from '../../../server/src/edits/edit.ts';
import { only } from '../../support/only.ts';
import { factsIn } from '../../support/read.ts';

const cluster = (cilium: string): string =>
  `apiVersion: kops.k8s.io/v1alpha2\nkind: Cluster\nmetadata:\n  name: a.example\nspec:\n  networking:\n    cilium:\n${cilium}`;

const settingsOf = (cilium: string) =>
  only(
    factsIn(kopsClusterCarrier, cluster(cilium)).flatMap((fact) => (fact.kind === 'settings' ? [fact] : [])),
  ).settings.map(({ path, value }) => [path.join('/'), value]);

const known = (value: string) => ({ kind: 'known', value });

describe('the Cilium of a kops cluster', () => {
  it('is what kops writes into the cilium-config, by version', () => {
    const replacement = (version: string) =>
      settingsOf(`      version: ${version}\n      enableNodePort: true\n`);
    assert.deepEqual(replacement('v1.13.4'), [['kube-proxy-replacement', known('strict')]]);
    assert.deepEqual(replacement('v1.15.6'), [['kube-proxy-replacement', known('true')]]);
    assert.deepEqual(replacement('${VERSION}'), [['kube-proxy-replacement', known('true')]]);
  });

  it('has flags as text', () => {
    assert.deepEqual(settingsOf('      bpfLBSockHostNSOnly: true\n      enableNodePort: false\n'), [
      ['kube-proxy-replacement', known('false')],
      ['bpf-lb-sock-hostns-only', known('true')],
    ]);
  });

  it('does not know what a variable says', () => {
    assert.deepEqual(settingsOf('      enableNodePort: ${NODE_PORT}\n'), [
      ['kube-proxy-replacement', { kind: 'unknown', reason: 'substitution' }],
    ]);
  });

  it('is not that of another Cluster', () => {
    const other = cluster('      enableNodePort: true\n').replace(
      'kops.k8s.io/v1alpha2',
      'cluster.x-k8s.io/v1beta1',
    );
    assert.deepEqual(factsIn(kopsClusterCarrier, other), []);
  });
});

describe('a change of a kops cluster', () => {
  const after = (cilium: string, change: Change): string => {
    const text = cluster(cilium);
    const address = { document: 0, path: ['spec', 'networking', 'cilium'] };
    const result = kopsClusterCarrier.write(text, address, change);
    return result.ok ? applyEdits(text, result.edits).slice(cluster('').length) : result.reason;
  };
  const cure: Change = { op: 'set', path: ['bpf-lb-sock-hostns-only'], value: 'true' };

  it('sets the key without which kops refuses the other, where it knows it', () => {
    assert.equal(
      after('      version: v1.18.0\n', cure),
      '      version: v1.18.0\n      bpfLBSockHostNSOnly: true\n      bpfLBSock: true\n',
    );
    assert.equal(
      after('      version: v1.15.0\n', cure),
      '      version: v1.15.0\n      bpfLBSockHostNSOnly: true\n',
    );
  });

  it('sets it where the version is not known, and overrides its opposite', () => {
    assert.equal(
      after('      bpfLBSock: false\n', cure),
      '      bpfLBSock: true\n      bpfLBSockHostNSOnly: true\n',
    );
  });

  it('is refused for flags that kops has no key for', () => {
    assert.equal(after('      debug: true\n', { ...cure, path: ['bpf-lb-mode'] }), 'not-writable');
    assert.equal(after('      debug: true\n', { ...cure, value: 'maybe' }), 'not-writable');
    assert.equal(after('      debug: true\n', { op: 'remove', path: cure.path }), 'not-writable');
  });
});
