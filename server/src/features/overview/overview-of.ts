import { unique } from '../../rules/wording/words.ts';
import { partOf } from '../../rules/wording/mesh-words.ts';
import type { Cluster } from '../../workspace/clusters.ts';
import { meshPresences, type MeshPresence } from '../../workspace/mesh-presence.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { installOverview } from './install.ts';
import type { ClusterOverview, MeshOverview, Overview } from './model.ts';

/** What a workspace is made of, for views. */
export function overviewOf({ clusters }: Workspace): Overview {
  return { clusters: clusters.map(clusterOverview) };
}

function clusterOverview(cluster: Cluster): ClusterOverview {
  const meshes = meshPresences(cluster.facts);
  return {
    name: cluster.name,
    folder: undefined,
    installs: cluster.releases.flatMap((release) => installOverview(release, cluster, meshes) ?? []),
    meshes: meshes.map(meshOverview),
  };
}

function meshOverview(presence: MeshPresence): MeshOverview {
  const { enrolments } = presence;
  const namespaces = enrolments.flatMap(({ fact: { namespace } }) => namespace ?? []);
  return {
    title: partOf(presence),
    namespaces: unique(namespaces).toSorted(),
    evidence: enrolments.map(({ uri, fact: { span } }) => ({ uri, span })),
  };
}
