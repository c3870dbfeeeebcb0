import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createMeshLint } from '../../../server/src/features/create-mesh-lint.ts';
import type { ClusterOverview, Overview } from '../../../server/src/features/overview/model.ts';
import { trafficViews } from '../../../server/src/features/overview/traffic-view.ts';

const chart = `apiVersion: v2
name: platform
version: 1.0.0
dependencies:
  - name: cilium
    version: 1.16.4
    repository: https://helm.cilium.io
`;

const shop = `apiVersion: v1
kind: Namespace
metadata:
  name: shop
  labels:
    istio-injection: enabled
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  namespace: shop
spec:
  template:
    spec:
      containers: []
---
apiVersion: v1
kind: Service
metadata:
  name: orders
  namespace: shop
spec:
  ports:
    - port: 80
`;

function overviewOf(files: Readonly<Record<string, string>>): Overview {
  const lint = createMeshLint();
  for (const [path, text] of Object.entries(files)) lint.update(`file:///w/${path}`, text);
  return lint.overview();
}

function inFolder(folder: string, { clusters }: Overview): readonly ClusterOverview[] {
  return clusters.map((cluster) => ({ ...cluster, folder }));
}

const bypassed = {
  'Chart.yaml': chart,
  'values.yaml': 'cilium:\n  kubeProxyReplacement: true\n',
  'shop.yaml': shop,
};

describe('the overview', () => {
  it('tells what is installed, where Services are translated, and who takes part in which mesh', () => {
    const [cluster, ...others] = overviewOf(bypassed).clusters;
    assert.deepEqual(others, []);
    assert.deepEqual(
      cluster?.installs.map(({ title, replacesKubeProxy, socketLb }) => [title, replacesKubeProxy, socketLb]),
      [['Cilium 1.16.4', 'on', 'in-pods']],
    );
    assert.deepEqual(
      cluster.meshes.map(({ title, namespaces }) => [title, namespaces]),
      [['Istio sidecars', ['shop']]],
    );
  });

  it('tells what the meshes ask for, and leaves out what makes no difference there', () => {
    const needsOf = (values: string, mesh = shop): readonly string[] => {
      const files = { 'Chart.yaml': chart, 'values.yaml': values, 'shop.yaml': mesh };
      const needs = overviewOf(files).clusters[0]?.installs[0]?.needs ?? [];
      return needs.map(({ setting, state }) => `${setting} ${state}`);
    };
    const ambient = shop.replace('istio-injection: enabled', 'istio.io/dataplane-mode: ambient');
    const [onHost, legacy] = ['socketLB.hostNamespaceOnly: true', 'bpf.hostLegacyRouting: true'];

    const replaced = 'cilium:\n  kubeProxyReplacement: true\n';
    assert.deepEqual(needsOf(replaced), [`${onHost} missing`]);
    assert.deepEqual(needsOf(replaced, ambient), [`${onHost} missing`]);
    const masqueraded = `${replaced}  bpf:\n    masquerade: true\n`;
    assert.deepEqual(needsOf(masqueraded, ambient), [`${onHost} missing`, `${legacy} missing`]);
    const cured = `${masqueraded}    hostLegacyRouting: true\n`;
    assert.deepEqual(needsOf(cured, ambient), [`${onHost} missing`, `${legacy} set`]);
    assert.deepEqual(needsOf('cilium:\n  kubeProxyReplacement: false\n'), []);
  });

  it('draws how a call of the workspace travels, today and once it is mended', () => {
    const [view, ...others] = trafficViews(overviewOf(bypassed));
    assert.deepEqual(others, []);
    assert.ok(view);
    assert.equal(view.title, 'Cilium 1.16.4');
    assert.equal(view.mesh, 'Istio');
    assert.ok(view.today.isBypassed);
    assert.ok(view.today.lost.includes('mTLS'));
    assert.match(view.today.words.join('\n'), /^web: connects to orders/);
    assert.equal(view.mended?.setting, 'socketLB.hostNamespaceOnly: true');
    assert.equal(view.mended.isBypassed, false);
  });

  it('has a picture of what nothing installs, unless something in the same folder is installed', () => {
    const installed = overviewOf(bypassed);
    const unused = overviewOf({
      'values.yaml': 'kubeProxyReplacement: true\nk8sServiceHost: a\n',
      'shop.yaml': shop,
    });
    const titlesIn = (...clusters: readonly ClusterOverview[]): readonly string[] =>
      trafficViews({ clusters }).map(({ title }) => title);
    assert.deepEqual(titlesIn(...inFolder('one', installed), ...inFolder('one', unused)), [
      'Cilium 1.16.4 in folder one',
    ]);
    const [first, second, ...others] = titlesIn(...inFolder('one', installed), ...inFolder('two', unused));
    assert.equal(first, 'Cilium 1.16.4 in folder one');
    assert.match(second ?? '', / in folder two$/);
    assert.deepEqual(others, []);
  });

  it('gives pictures ids that are unique, and that do not tell where files lie', () => {
    const files = Object.fromEntries(
      ['dev', 'prod'].flatMap((name) =>
        Object.entries(bypassed).map(([path, text]) => [`clusters/${name}/${path}`, text]),
      ),
    );
    const overview = overviewOf(files);
    const views = trafficViews({ clusters: [...inFolder('one', overview), ...inFolder('two', overview)] });
    const pictures = views.flatMap(({ today, mended }) => [today, ...(mended === undefined ? [] : [mended])]);
    assert.equal(pictures.length, 8);
    const drawn = pictures.flatMap(({ svg, tallSvg }) => [svg, tallSvg]);
    const ids = drawn.flatMap((svg) => [...svg.matchAll(/ id="([^"]+)"/g)].map(([, id = '']) => id));
    assert.equal(new Set(ids).size, ids.length);
    assert.ok(
      ids.every((id) => /^path-[\d-]+-(?:today|mended)(?:-tall)?-(?:title|text|tip)$/.test(id)),
      ids.join(' '),
    );
  });

  it('has nothing to mend where the socket load balancer stays out of pods', () => {
    const cured = 'cilium:\n  kubeProxyReplacement: true\n  socketLB:\n    hostNamespaceOnly: true\n';
    const [view] = trafficViews(overviewOf({ ...bypassed, 'values.yaml': cured }));
    assert.equal(view?.today.isBypassed, false);
    assert.equal(view.mended, undefined);
  });

  it('draws a cluster without a mesh, and kube-proxy', () => {
    const off = 'cilium:\n  kubeProxyReplacement: false\n';
    const [view] = trafficViews(overviewOf({ 'Chart.yaml': chart, 'values.yaml': off }));
    assert.ok(view);
    assert.equal(view.mesh, undefined);
    assert.match(view.today.words.join('\n'), /kube-proxy/);
  });

  it('draws nothing where the files do not say what is installed', () => {
    assert.deepEqual(trafficViews(overviewOf({ 'shop.yaml': shop })), []);
    const unknown = 'cilium:\n  kubeProxyReplacement: ${KPR}\n';
    const views = trafficViews(overviewOf({ ...bypassed, 'values.yaml': unknown }));
    assert.deepEqual(views, []);
  });
});
