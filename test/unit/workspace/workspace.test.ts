import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { readers } from '../../../server/src/features/readers.ts';
import { createFactIndex } from '../../../server/src/workspace/fact-index.ts';
import { workspaceOf, type Workspace } from '../../../server/src/workspace/workspace.ts';

const meshed =
  'apiVersion: v1\nkind: Namespace\nmetadata:\n  name: shop\n  labels:\n    istio-injection: enabled\n';

/** The workspace before and after one file got another text. */
function edited(
  files: Readonly<Record<string, string>>,
  path: string,
  text: string,
): { readonly before: Workspace; readonly after: Workspace } {
  const index = createFactIndex(readers);
  const facts = () => [...index.files().values()].flatMap((file) => file.facts);
  for (const [file, content] of Object.entries(files)) index.update(`file:///repo/${file}`, content);
  const before = workspaceOf(facts(), index.hasPath);
  index.update(`file:///repo/${path}`, text);
  return { before, after: workspaceOf(facts(), index.hasPath, before) };
}

const files = {
  'clusters/core/values.yaml': 'kubeProxyReplacement: true\n',
  'clusters/edge/values.yaml': 'kubeProxyReplacement: true\n',
  'clusters/core/shop.yaml': meshed,
};

const kustomization = 'namespace: orders\nresources:\n  - shop.yaml\n';

const inKustomization = {
  'kustomization.yaml': kustomization,
  'shop.yaml': meshed,
  'values.yaml': 'kubeProxyReplacement: true\n',
};

const helmRelease = `apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata:
  name: cilium
spec:
  chart:
    spec:
      chart: cilium
      sourceRef:
        kind: HelmRepository
        name: cilium
  values:
    kubeProxyReplacement: true
  interval: 10m
`;

describe('a workspace after an edit', () => {
  it('keeps its facts and the clusters without the edited values', () => {
    const { before, after } = edited(files, 'clusters/core/values.yaml', 'kubeProxyReplacement: false\n');
    assert.equal(after.facts, before.facts);
    const [core, edge] = after.clusters;
    assert.notEqual(core, before.clusters[0]);
    assert.equal(core?.facts, before.clusters[0]?.facts);
    assert.equal(edge, before.clusters[1]);
  });

  it('keeps the releases, and the clusters that an edited manifest is no part of', () => {
    const { before, after } = edited(files, 'clusters/core/shop.yaml', `# A line more.\n${meshed}`);
    assert.equal(after.releases[0], before.releases[0]);
    assert.notEqual(after.clusters[0], before.clusters[0]);
    assert.equal(after.clusters[1], before.clusters[1]);
  });

  it('keeps every cluster where a kustomization only ends elsewhere', () => {
    const { before, after } = edited(
      inKustomization,
      'kustomization.yaml',
      `${kustomization}# The end.\nx: 1\n`,
    );
    assert.notEqual(after.facts, before.facts);
    assert.equal(after.derived.inclusion, before.derived.inclusion);
    assert.deepEqual([...after.clusters], [...before.clusters]);
    assert.equal(after.clusters[0], before.clusters[0]);
  });

  it('keeps what a kustomization makes of a fact where it takes in another file', () => {
    const { before, after } = edited(
      inKustomization,
      'kustomization.yaml',
      `${kustomization}  - more.yaml\n`,
    );
    assert.notEqual(after.derived.inclusion, before.derived.inclusion);
    const [enrolment] = before.clusters[0]?.facts ?? [];
    assert.equal(enrolment?.fact.kind === 'enrolment' && enrolment.fact.namespace, 'orders');
    assert.equal(after.clusters[0], before.clusters[0]);
  });

  it('keeps what runs in a cluster where a HelmRelease is edited', () => {
    const { before, after } = edited(
      { ...files, 'clusters/core/cilium.yaml': helmRelease },
      'clusters/core/cilium.yaml',
      helmRelease.replace('10m', '100m'),
    );
    assert.notEqual(after.facts, before.facts);
    assert.deepEqual(
      after.clusters.map(({ facts }) => facts),
      before.clusters.map(({ facts }) => facts),
    );
    assert.equal(after.clusters[0]?.facts, before.clusters[0]?.facts);
  });

  it('forgets what it worked out where a file comes', () => {
    const index = createFactIndex(readers);
    index.update('file:///repo/values.yaml', 'kubeProxyReplacement: true\n');
    const facts = () => [...index.files().values()].flatMap((file) => file.facts);
    const before = workspaceOf(facts(), index.hasPath);
    index.update('file:///repo/shop.yaml', meshed);
    const after = workspaceOf(facts(), index.hasPath, before);
    assert.deepEqual([before.clusters[0]?.isMeshInSight, after.clusters[0]?.isMeshInSight], [false, true]);
  });
});
