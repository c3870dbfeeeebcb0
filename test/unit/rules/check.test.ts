import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { namespace } from '../../support/manifests.ts';
import { only } from '../../support/only.ts';
import { pathOf } from '../../support/uris.ts';
import { workspaceOf } from '../../support/workspace.ts';

const mesh = namespace('shop', { labels: { 'istio-injection': 'enabled' } });
const ambient = namespace('shop', { labels: { 'istio.io/dataplane-mode': 'ambient' } });
const replaced = 'kubeProxyReplacement: true\n';

describe('check', () => {
  it('tells of a base once, however many overlays leave it broken', () => {
    const { findings } = workspaceOf({
      '/repo/shop.yaml': mesh,
      '/repo/values.yaml': replaced,
      '/repo/values-dev.yaml': 'tunnelProtocol: geneve\n',
      '/repo/values-prod.yaml': 'cni: { exclusive: false }\n',
    });
    assert.equal(pathOf(only(findings).at.uri), '/repo/values.yaml');
  });

  it('tells of a base that one of two overlays completes', () => {
    const { findings } = workspaceOf({
      '/repo/shop.yaml': mesh,
      '/repo/values.yaml': replaced,
      '/repo/values-dev.yaml': 'tunnelProtocol: geneve\n',
      '/repo/values-prod.yaml': 'socketLB: { hostNamespaceOnly: true }\n',
    });
    assert.equal(pathOf(only(findings).at.uri), '/repo/values.yaml');
  });

  it('tells the worst of what a place means to several installs', () => {
    const { findings } = workspaceOf({
      '/repo/base/values.yaml': replaced,
      '/repo/clusters/core/install.sh': 'helm install cilium cilium/cilium -f ../../base/values.yaml\n',
      '/repo/clusters/edge/install.sh': 'helm install cilium cilium/cilium -f ../../base/values.yaml\n',
      '/repo/clusters/core/shop.yaml': ambient,
      '/repo/clusters/edge/shop.yaml': mesh,
    });
    const { severity, message } = only(findings);
    assert.equal(severity, 'error');
    assert.match(message, /cluster `edge`/);
  });

  it('tells by file and place', () => {
    const { findings } = workspaceOf({
      '/repo/shop.yaml': mesh,
      '/repo/b/values.yaml': replaced,
      '/repo/a/values.yaml': `cilium:\n  ${replaced}`,
      '/repo/a/install.sh':
        'helm install one cilium/cilium --set kubeProxyReplacement=true\nhelm install two cilium/cilium --set kubeProxyReplacement=true\n',
    });
    assert.deepEqual(
      findings.map(({ at }) => pathOf(at.uri)),
      ['/repo/a/install.sh', '/repo/a/install.sh', '/repo/a/values.yaml', '/repo/b/values.yaml'],
    );
    assert.ok((findings[0]?.at.span.start ?? 0) < (findings[1]?.at.span.start ?? 0));
  });

  it('says nothing of a workspace without Cilium', () => {
    assert.deepEqual(workspaceOf({ '/repo/shop.yaml': mesh }).findings, []);
    assert.deepEqual(workspaceOf({}).findings, []);
  });
});
