import type { Fact, Placed } from '../../facts/fact.ts';
import type { Location } from '../../facts/location.ts';
import type { Finding } from '../../rules/finding.ts';
import { clustersOrWhole } from '../../rules/whole-workspace.ts';
import type { Cluster } from '../../workspace/clusters.ts';
import { groupBy } from '../../workspace/group.ts';
import { podSetsIn, type PodSet } from '../../workspace/members.ts';
import { ofKind } from '../../workspace/of-kind.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { lazily } from '../lazily.ts';
import { appliedIn, together } from './applied.ts';
import { blameFor, type Blame } from './blame.ts';
import type { Applied, ClusterWorkloads, NamespaceWorkloads, Workload, Workloads } from './model.ts';

/**
 * Who runs in the clusters of a workspace, and what applies to whom.
 *
 * @param findings what rules say of the workspace
 */
export function workloadsOf(
  workspace: Pick<Workspace, 'clusters' | 'facts'>,
  findings: readonly Finding[],
): Workloads {
  const clusters = clustersOrWhole(workspace);
  const named = clusters.filter(({ name }) => name !== undefined);
  // What runs in a cluster with a name is shown there alone.
  const elsewhere = lazily(() => new Set(named.flatMap(({ facts }) => facts.map(({ fact }) => fact))));
  return {
    clusters: clusters.map((cluster) => {
      const isElsewhere = (fact: Fact): boolean => cluster.name === undefined && elsewhere().has(fact);
      return clusterWorkloads(cluster, isElsewhere, findings);
    }),
  };
}

function clusterWorkloads(
  cluster: Cluster,
  isElsewhere: (fact: Fact) => boolean,
  findings: readonly Finding[],
): ClusterWorkloads {
  const { facts } = cluster;
  const once = lazily(() => {
    const blame = blameFor(facts, findings);
    const applied = appliedIn(facts);
    const podSets = podSetsIn(facts).filter(
      ({ workload }) => workload === undefined || !isElsewhere(workload.fact),
    );
    const workloads = podSets.map((pods) => workloadOf(pods, applied, blame));
    return {
      namespaces: namespacesOf(workloads, facts, blame),
      byFile: groupBy(workloads, ({ at }) => at?.uri),
    };
  });
  return {
    cluster,
    get namespaces() {
      return once().namespaces;
    },
    workloadsIn: (uri) => once().byFile.get(uri) ?? [],
    findingsOn: (install) => findingsOn(install, cluster, findings),
  };
}

function workloadOf(pods: PodSet, appliedTo: (pods: PodSet) => Applied, blame: Blame): Workload {
  const { workload, memberships } = pods;
  const applied = lazily(() => appliedTo(pods));
  const findings = lazily((): readonly Finding[] => {
    if (workload === undefined) return [];
    // A policy that a mesh stumbles over is a contradiction for the mesh's own pods.
    const policies = memberships.length === 0 ? [] : applied().network;
    return [
      ...new Set([
        ...blame.on(workload),
        ...blame.naming(workload),
        ...policies.filter(({ isSure }) => isSure).flatMap(({ policy }) => blame.on(policy)),
      ]),
    ];
  });
  return {
    title: workload?.fact.name,
    at: workload && { uri: workload.uri, span: workload.fact.nameSpan },
    manifest: workload && { uri: workload.uri, span: workload.fact.span },
    pods,
    applied,
    get findings() {
      return findings();
    },
  };
}

function namespacesOf(
  workloads: readonly Workload[],
  facts: readonly Placed[],
  blame: Blame,
): readonly NamespaceWorkloads[] {
  const members = groupBy(workloads, ({ pods }) => pods.namespace);
  const manifests = groupBy(ofKind(facts, 'namespace'), ({ fact }) => fact.name);
  const marks = groupBy(
    facts.filter(({ fact }) => isMarkOfNamespace(fact)),
    ({ fact }) => ('namespace' in fact ? fact.namespace : undefined),
  );
  const names = [...new Set<string | undefined>([...members.keys(), ...manifests.keys()])];
  return names.toSorted(byName).map((name) => {
    const own = members.get(name) ?? [];
    const made = name === undefined ? [] : (manifests.get(name) ?? []);
    const [first] = made;
    const findings = lazily(() => [
      ...new Set([...made, ...(marks.get(name) ?? [])].flatMap((placed) => blame.on(placed))),
    ]);
    return {
      name,
      at: first && { uri: first.uri, span: first.fact.nameSpan },
      manifest: first && { uri: first.uri, span: first.fact.span },
      workloads: own.toSorted((left, right) => byName(left.title, right.title)),
      get findings() {
        return findings();
      },
      applied: lazily(() => together(own.map(({ applied }) => applied()))),
    };
  });
}

function isMarkOfNamespace(fact: Fact): boolean {
  switch (fact.kind) {
    case 'enrolment':
      return fact.scope === 'namespace';
    case 'mesh-mark':
      return fact.workload === undefined;
    default:
      return false;
  }
}

/** Those in any layer of the install that begins at a place. */
function findingsOn(
  install: Location,
  { releases }: Cluster,
  findings: readonly Finding[],
): readonly Finding[] {
  const layers = releases
    .filter((release) => release.layers.some(({ uri }) => uri === install.uri))
    .flatMap((release) => release.layers);
  return findings.filter(({ at }) =>
    layers.some(
      ({ uri, layer: { span } }) => uri === at.uri && span.start <= at.span.start && at.span.end <= span.end,
    ),
  );
}

/** What has no name comes last. */
function byName(left: string | undefined, right: string | undefined): number {
  if (left === right) return 0;
  if (left === undefined) return 1;
  if (right === undefined) return -1;
  return left < right ? -1 : 1;
}
