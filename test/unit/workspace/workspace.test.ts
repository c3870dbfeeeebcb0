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
