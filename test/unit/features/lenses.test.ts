import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { engineOver, shop, uriIn } from '../../support/features/shop.ts';
import { only } from '../../support/only.ts';

function titlesIn(files: Readonly<Record<string, string>>, path: string): readonly string[] {
  return engineOver(files)
    .inquiry.lenses(uriIn(path))
    .map(({ title }) => title);
}

describe('lenses', () => {
  it('tell on an install what is on, and who is concerned', () => {
    const lens = only(engineOver(shop).inquiry.lenses(uriIn('values.yaml')));
    assert.equal(lens.title, 'KPR on · socket LB in pods · Istio sidecars in 1 namespace');
    assert.equal(lens.opens, 'traffic-paths');
    const off = { ...shop, 'values.yaml': 'cilium:\n  kubeProxyReplacement: false\n' };
    assert.deepEqual(titlesIn(off, 'values.yaml'), [
      'KPR off · no socket LB · Istio sidecars in 1 namespace',
    ]);
  });

  it('stand above a command that goes over several lines, not inside it', () => {
    const script =
      'set -e\nhelm upgrade cilium cilium/cilium --version 1.17.3 \\\n  -n kube-system \\\n  --set cni.exclusive=false\n';
    const files = { 'install.sh': script, 'values.yaml': 'kubeProxyReplacement: true\n' };
    const lens = only(engineOver(files).inquiry.lenses(uriIn('install.sh')));
    assert.equal(lens.span.start, script.indexOf('helm'));
  });

  it('stand above the values that replace kube-proxy, not above parameters behind them', () => {
    const application = (object: string, parameter: string): string =>
      `apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: {name: cilium}\nspec:\n  source:\n    repoURL: https://helm.cilium.io\n    chart: cilium\n    targetRevision: 1.17.3\n    helm:\n      valuesObject:\n        ${object}: true\n      parameters:\n        - name: ${parameter}\n          value: "true"\n`;
    const keyOf = (text: string): string => {
      const { span } = only(engineOver({ 'app.yaml': text }).inquiry.lenses(uriIn('app.yaml')));
      return text.slice(span.start, span.end);
    };
    assert.equal(keyOf(application('kubeProxyReplacement', 'hubble.enabled')), 'kubeProxyReplacement');
    assert.equal(keyOf(application('autoDirectNodeRoutes', 'kubeProxyReplacement')), 'kubeProxyReplacement');
    assert.equal(keyOf(application('autoDirectNodeRoutes', 'hubble.enabled')), 'hubble');
  });

  it('say nothing of an install that nothing is known of', () => {
    const unknown = { ...shop, 'values.yaml': 'cilium:\n  kubeProxyReplacement: ${KPR}\n' };
    assert.deepEqual(titlesIn(unknown, 'values.yaml'), []);
  });

  it('tell on workloads and namespaces what applies, and lead there', () => {
    const title = 'in mesh (Istio sidecar) · 1 Cilium policy · 1 Kubernetes policy · 2 Istio policies';
    assert.deepEqual(titlesIn(shop, 'web.yaml'), [title]);
    assert.deepEqual(titlesIn(shop, 'namespace.yaml'), [title]);
    const { opens } = only(engineOver(shop).inquiry.lenses(uriIn('web.yaml')));
    assert.ok(opens !== 'traffic-paths');
    assert.deepEqual(
      opens.map(({ uri }) => uri),
      [uriIn('namespace.yaml'), ...Array.from({ length: 4 }, () => uriIn('policies.yaml'))],
    );
  });

  it('are absent where nothing applies', () => {
    assert.deepEqual(titlesIn(shop, 'job.yaml'), []);
  });

  it('name clusters that differ', () => {
    const { 'Chart.yaml': chart, 'values.yaml': values, ...apps } = shop;
    const policy =
      'apiVersion: cilium.io/v2\nkind: CiliumClusterwideNetworkPolicy\nmetadata: {name: all}\nspec: {endpointSelector: {}, ingress: [{}]}\n';
    const files = {
      'clusters/dev/cilium/Chart.yaml': chart,
      'clusters/dev/cilium/values.yaml': values,
      'clusters/prod/cilium/Chart.yaml': chart,
      'clusters/prod/cilium/values.yaml': values,
      ...apps,
    };
    assert.deepEqual(titlesIn({ ...files, 'clusters/dev/policy.yaml': policy }, 'job.yaml'), [
      'in no mesh · 1 Cilium policy',
    ]);
    const title = 'in mesh (Istio sidecar) · 1 Cilium policy · 1 Kubernetes policy · 2 Istio policies';
    assert.deepEqual(titlesIn(files, 'web.yaml'), [title]);
    assert.deepEqual(titlesIn({ ...files, 'clusters/dev/policy.yaml': policy }, 'web.yaml'), [
      `dev: ${title.replace('1 Cilium policy', '2 Cilium policies')}`,
      `prod: ${title}`,
    ]);
  });
});
