import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Placed } from '../../../server/src/facts/fact.ts';
import { kubernetesReader } from '../../../server/src/manifests/kubernetes-reader.ts';
import { clusterFacts } from '../../../server/src/workspace/cluster-facts.ts';
import { clusterNames } from '../../../server/src/workspace/cluster-names.ts';
import { clustersOf as clustersFrom, type Cluster } from '../../../server/src/workspace/clusters.ts';
import type { Release } from '../../../server/src/workspace/releases/release.ts';
import { layerOf, releaseOf } from '../../support/layers.ts';
import { namespace } from '../../support/manifests.ts';
import { factsIn } from '../../support/read.ts';
import { pathOf, uriOf } from '../../support/uris.ts';

const installIn = (path: string): Release => ({
  ...releaseOf([layerOf('kubeProxyReplacement: true', `${path}/values.yaml`)]),
  path: `${path}/values.yaml`,
});

const meshIn = (path: string): readonly Placed[] => {
  const manifest = namespace('shop', { labels: { 'istio-injection': 'enabled' } });
  const enrolments = factsIn(kubernetesReader, manifest).filter(({ kind }) => kind === 'enrolment');
  return enrolments.map((fact) => ({ uri: uriOf(`${path}/namespace.yaml`), fact }));
};

const clustersOf = (releases: readonly Release[], facts: readonly Placed[]): readonly Cluster[] =>
  clustersFrom(releases, clusterFacts(facts, clusterNames(undefined)));

/** Each cluster with the folders of its installs and of its facts. */
const clusters = (releases: readonly string[], meshes: readonly string[]) =>
  clustersOf(releases.map(installIn), meshes.flatMap(meshIn)).map((cluster) => ({
    name: cluster.name,
    installs: cluster.releases.map(({ path }) => path.replace('/values.yaml', '')),
    meshes: cluster.facts.map(({ uri }) => pathOf(uri).replace('/namespace.yaml', '')),
  }));

describe('clustersOf', () => {
  it('takes a workspace without a layout for one cluster', () => {
    assert.deepEqual(clusters(['/repo/infrastructure/cilium'], ['/repo/apps/shop']), [
      { name: undefined, installs: ['/repo/infrastructure/cilium'], meshes: ['/repo/apps/shop'] },
    ]);
  });

  it('keeps clusters apart by their folder, however deep their files lie', () => {
    assert.deepEqual(
      clusters(
        ['/repo/clusters/core/cilium', '/repo/clusters/edge'],
        ['/repo/clusters/core/apps/shop', '/repo/clusters/edge'],
      ),
      [
        { name: 'core', installs: ['/repo/clusters/core/cilium'], meshes: ['/repo/clusters/core/apps/shop'] },
        { name: 'edge', installs: ['/repo/clusters/edge'], meshes: ['/repo/clusters/edge'] },
      ],
    );
  });

  it('counts what stands outside of clusters for every cluster', () => {
    assert.deepEqual(
      clusters(['/repo/clusters/core', '/repo/clusters/edge'], ['/repo/apps/shop']).map(
        ({ meshes }) => meshes,
      ),
      [['/repo/apps/shop'], ['/repo/apps/shop']],
    );
  });

  it('lets an install outside of clusters see the whole workspace', () => {
    assert.deepEqual(clusters(['/repo/base/cilium'], ['/repo/clusters/core', '/repo/apps']), [
      { name: undefined, installs: ['/repo/base/cilium'], meshes: ['/repo/clusters/core', '/repo/apps'] },
    ]);
  });

  it('keeps several installs of one cluster together', () => {
    assert.deepEqual(
      clusters(['/repo/clusters/core/a', '/repo/clusters/core/b'], []).map(({ installs }) => installs),
      [['/repo/clusters/core/a', '/repo/clusters/core/b']],
    );
  });

  it('reads folders with blanks and drive letters', () => {
    assert.deepEqual(
      clusters(
        ['/c:/my repo/clusters/core 1'],
        ['/c:/my repo/clusters/core 1/shop', '/c:/my repo/clusters/edge'],
      ),
      [
        {
          name: 'core 1',
          installs: ['/c:/my repo/clusters/core 1'],
          meshes: ['/c:/my repo/clusters/core 1/shop'],
        },
      ],
    );
  });

  it('goes by the innermost folder, wherever the workspace itself lies', () => {
    assert.deepEqual(
      clusters(
        ['/home/me/clusters/work/repo/clusters/core', '/home/me/clusters/work/repo/clusters/edge'],
        ['/home/me/clusters/work/repo/clusters/core'],
      ).map(({ name, meshes }) => [name, meshes.length]),
      [
        ['core', 1],
        ['edge', 0],
      ],
    );
  });

  it('knows environments as well, and takes what lies in one cluster for its parts', () => {
    const names = (...folders: readonly string[]) => clusters(folders, []).map(({ name }) => name);
    assert.deepEqual(names('/repo/environments/core/cilium', '/repo/envs/edge', '/repo/env/lab'), [
      'core',
      'edge',
      'lab',
    ]);
    assert.deepEqual(names('/repo/cluster/core/cilium', '/repo/cluster/apps'), [undefined]);
  });

  it('takes a file in clusters itself for no cluster of its own', () => {
    const [core] = clustersOf(
      [installIn('/repo/clusters/core')],
      meshIn('/repo/clusters').map(({ fact }) => ({ uri: uriOf('/repo/clusters/namespaces.yaml'), fact })),
    );
    assert.equal(core?.facts.length, 1);
  });

  it('gives no cluster where nothing is installed', () => {
    assert.deepEqual(clusters([], ['/repo/clusters/core']), []);
  });
});

describe('the mesh of a workspace', () => {
  const isSeen = (releases: readonly string[], meshes: readonly string[]) =>
    clustersOf(releases.map(installIn), meshes.flatMap(meshIn)).map((cluster) => cluster.isMeshInSight);

  it('is known to every cluster, also where it is another one that has it', () => {
    assert.deepEqual(isSeen(['/repo/clusters/core', '/repo/clusters/edge'], ['/repo/clusters/core']), [
      true,
      true,
    ]);
    assert.deepEqual(isSeen(['/repo/clusters/core', '/repo/clusters/edge'], []), [false, false]);
  });
});
