import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { podSetsIn } from '../../../server/src/workspace/members.ts';
import { deployment, namespace } from '../../support/manifests.ts';
import { workspaceOf } from '../../support/workspace.ts';

const ambient = { labels: { 'istio.io/dataplane-mode': 'ambient', team: 'a' } };

const setsIn = (...texts: readonly string[]) =>
  podSetsIn(workspaceOf({ '/repo/all.yaml': texts.join('---\n') }).facts);
const inShort = (...texts: readonly string[]) =>
  setsIn(...texts).map(({ workload, namespace: where, memberships }) =>
    [
      workload?.fact.name ?? 'unseen pods',
      where ?? 'somewhere',
      ...memberships.map(({ mesh, mode }) => `${mesh}/${mode}`),
    ].join(' '),
  );

describe('the pods of a cluster', () => {
  it('are in the mesh of their namespace', () => {
    assert.deepEqual(inShort(namespace('shop', ambient), deployment('web', 'shop', {})), [
      'Deployment web shop istio/ambient',
    ]);
  });

  it('are outside of it where they opt out, live elsewhere or use the network of the node', () => {
    const out = { labels: { 'istio.io/dataplane-mode': 'none' } };
    assert.deepEqual(
      inShort(
        namespace('shop', ambient),
        deployment('web', 'shop', out),
        deployment('node', 'shop', {}, { hostNetwork: true }),
        deployment('mail', 'mail', {}),
        deployment('lost', undefined, {}),
      ),
      ['Deployment web shop', 'Deployment node shop', 'Deployment mail mail', 'Deployment lost somewhere'],
    );
  });

  it('are those that no file shows where an enrolled namespace shows none', () => {
    const [set] = setsIn(namespace('shop', ambient));
    assert.equal(set?.workload, undefined);
    assert.deepEqual(set?.labels, { known: {}, unknown: [], open: true });
    assert.deepEqual(inShort(namespace('shop', ambient)), ['unseen pods shop istio/ambient']);
    assert.deepEqual(inShort(namespace('shop', {})), []);
  });

  it('take part by labels of their own', () => {
    const marks = { annotations: { 'linkerd.io/inject': 'enabled' } };
    assert.deepEqual(inShort(deployment('web', undefined, marks)), [
      'Deployment web somewhere linkerd/sidecar',
    ]);
  });
});

describe('the labels of a namespace', () => {
  const labelsOf = (...texts: readonly string[]) =>
    setsIn(...texts).map(({ namespaceLabels }) => namespaceLabels);

  it('are those of its manifest and its name', () => {
    assert.deepEqual(labelsOf(namespace('shop', ambient), deployment('web', 'shop', {})), [
      {
        known: { ...ambient.labels, 'kubernetes.io/metadata.name': 'shop' },
        unknown: [],
        open: false,
      },
    ]);
  });

  it('are not all known where no manifest makes it, or several do', () => {
    assert.deepEqual(labelsOf(deployment('web', 'shop', {})), [
      { known: { 'kubernetes.io/metadata.name': 'shop' }, unknown: [], open: true },
    ]);
    assert.deepEqual(
      labelsOf(namespace('shop', {}), namespace('shop', {}), deployment('web', 'shop', {})).map(
        ({ open }) => open,
      ),
      [true],
    );
    assert.deepEqual(labelsOf(deployment('web', undefined, {})), [{ known: {}, unknown: [], open: true }]);
  });
});
