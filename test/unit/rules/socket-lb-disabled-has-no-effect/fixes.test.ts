import assert from 'node:assert/strict';
import { it } from 'node:test';
import { namespace } from '../../../support/manifests.ts';
import { workspaceOf } from '../../../support/workspace.ts';

const values = 'kubeProxyReplacement: true\nk8sServiceHost: 10.0.0.10\nsocketLB:\n  enabled: false\n';
const shop = namespace('shop', { labels: { 'istio-injection': 'enabled' } });

/** The fixes that the finding on the vain switch offers. */
const fixes = (files: Readonly<Record<string, string>>): readonly string[] =>
  workspaceOf(files)
    .findings.filter(({ rule }) => rule === 'socket-lb-disabled-has-no-effect')
    .flatMap((finding) => finding.fixes.map(({ title }) => title));

it('offers to keep the socket load balancer out of pods where there is a mesh', () => {
  assert.deepEqual(fixes({ '/repo/values.yaml': values, '/repo/shop.yaml': shop }), [
    'Set socketLB.hostNamespaceOnly: true',
  ]);
});

it('offers nothing where there is none', () => {
  assert.deepEqual(fixes({ '/repo/values.yaml': values }), []);
});
