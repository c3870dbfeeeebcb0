import { t } from '@vscode/l10n';
import type { Location } from '../../facts/location.ts';
import type { Finding } from '../../rules/finding.ts';
import { meshTitle } from '../../rules/wording/mesh-words.ts';
import { unique } from '../../rules/wording/words.ts';
import type { ClusterOverview, InstallOverview, MeshOverview, Overview } from '../overview/model.ts';
import type { Applied, ClusterWorkloads, NamespaceWorkloads, Workload, Workloads } from './model.ts';
import { worstOf, type ViewNode } from './view-node.ts';
import { inShort, installInShort, podsTitle, reachOf, restrictionBy } from './words.ts';

/** Takes findings as the user wants to hear them. */
export type Heard = (findings: readonly Finding[]) => readonly Finding[];

/** Clusters, their installs and namespaces, workloads, and what applies to each: a view of a workspace. */
export function workloadTree({ clusters }: Workloads, overview: Overview, heard: Heard): readonly ViewNode[] {
  const branches = clusters.map((cluster) => {
    const { name } = cluster.cluster;
    const seen = overview.clusters.find((candidate) => candidate.name === name) ?? unseen;
    return { name, cluster, seen, children: () => childrenOfCluster(cluster, seen, heard) };
  });
  const [only] = branches;
  if (only !== undefined && branches.length === 1 && only.name === undefined) return only.children();
  return branches.map(({ name, cluster, seen, children }) => ({
    ...node(
      'cluster',
      name ?? '',
      name ?? t('Outside of any cluster'),
      heard(findingsIn(cluster, seen)),
      children,
    ),
    isExpanded: true,
  }));
}

/** What a view shows of a cluster beside its workloads. */
type SeenCluster = Pick<ClusterOverview, 'installs' | 'meshes'>;

const unseen: SeenCluster = { installs: [], meshes: [] };

/** On its installs, namespaces and workloads. */
function findingsIn(cluster: ClusterWorkloads, seen: SeenCluster): readonly Finding[] {
  return [
    ...new Set([
      ...firmInstalls(seen).flatMap(({ at }) => cluster.findingsOn(at)),
      ...cluster.namespaces.flatMap(findingsInNamespace),
    ]),
  ];
}

function firmInstalls({ installs }: SeenCluster): readonly InstallOverview[] {
  return installs.filter(({ standing }) => standing !== 'example');
}

function findingsInNamespace({ findings, workloads }: NamespaceWorkloads): readonly Finding[] {
  return [...new Set([...findings, ...workloads.flatMap((workload) => workload.findings)])];
}

function childrenOfCluster(cluster: ClusterWorkloads, seen: SeenCluster, heard: Heard): readonly ViewNode[] {
  const { namespaces } = cluster;
  return [
    ...firmInstalls(seen).map((install) =>
      installNode(install, seen.meshes, heard(cluster.findingsOn(install.at))),
    ),
    ...namespaces.map((namespace) => ({
      ...namespaceNode(namespace, heard),
      isExpanded: namespaces.length <= fewNamespaces,
    })),
  ];
}

/** So few are shown with their workloads at once. */
const fewNamespaces = 3;

function installNode(
  install: InstallOverview,
  meshes: readonly MeshOverview[],
  findings: readonly Finding[],
): ViewNode {
  const { title, at } = install;
  return {
    ...node('install', `${title} ${at.uri}`, title, findings, () => findings.map(findingNode)),
    hasChildren: findings.length > 0,
    description: installInShort(install, meshes),
    at,
  };
}

function namespaceNode(namespace: NamespaceWorkloads, heard: Heard): ViewNode {
  const { name, at, workloads, findings } = namespace;
  const memberships = workloads.flatMap(({ pods }) => pods.memberships);
  return {
    ...node(
      'namespace',
      name ?? '',
      name ?? t('No namespace named'),
      heard(findingsInNamespace(namespace)),
      () => [
        ...heard(findings).map(findingNode),
        ...workloads.map((workload) => workloadNode(workload, heard)),
      ],
    ),
    hasChildren: workloads.length + findings.length > 0,
    description: unique(memberships.map(({ mesh, mode }) => `${meshTitle(mesh)} ${mode}`)).join(', '),
    at,
  };
}

function workloadNode(workload: Workload, heard: Heard): ViewNode {
  const { pods, at } = workload;
  const title = podsTitle(pods);
  const applied = workload.applied();
  const findings = heard(workload.findings);
  const [membership] = pods.memberships;
  return {
    ...node('workload', `${title} ${at?.uri ?? ''}`, title, findings, () => [
      ...findings.map(findingNode),
      networkSide(applied),
      meshSide(workload, applied),
    ]),
    description: inShort(pods.memberships, applied) || t('in no mesh'),
    at: at ?? (membership && { uri: membership.by.uri, span: membership.by.fact.span }),
  };
}

function networkSide(applied: Applied): ViewNode {
  const policies = applied.network.map(({ policy: { uri, fact }, isSure }) =>
    policyNode(fact.name, `${fact.resource}, ${reachOf(fact)}`, isSure, { uri, span: fact.nameSpan }),
  );
  return {
    ...node('network', 'network', t('Cilium and Kubernetes: layers 3 and 4'), [], () => policies),
    hasChildren: policies.length > 0,
    description: restrictionBy(applied),
    isExpanded: true,
  };
}

function meshSide({ pods: { memberships } }: Workload, applied: Applied): ViewNode {
  const titles = unique(memberships.map(({ mesh }) => meshTitle(mesh)));
  const members = memberships.map(({ mesh, mode, by: { uri, fact } }): ViewNode => ({
    ...node('membership', `${mesh} ${mode} ${fact.key}`, `${meshTitle(mesh)} ${mode}`, [], () => []),
    hasChildren: false,
    description:
      fact.scope === 'namespace' ? t`by ${fact.key} of the namespace` : t`by ${fact.key} of the workload`,
    at: { uri, span: fact.span },
  }));
  const policies = applied.mesh.map(({ policy: { uri, fact }, isSure }) =>
    policyNode(fact.name, fact.resource, isSure, { uri, span: fact.nameSpan }),
  );
  const label = titles.length === 0 ? t('Mesh: layer 7') : t`${titles.join(', ')}: layer 7`;
  return {
    ...node('mesh', 'mesh', label, [], () => [...members, ...policies]),
    hasChildren: members.length > 0,
    description: members.length === 0 ? t('in no mesh') : policies.length === 0 ? t('no policy') : '',
    isExpanded: true,
  };
}

function policyNode(name: string, what: string, isSure: boolean, at: Location): ViewNode {
  return {
    ...node('policy', `${what} ${name} ${at.uri}`, name, [], () => []),
    hasChildren: false,
    description: isSure ? what : t`${what}, perhaps`,
    at,
  };
}

function findingNode(finding: Finding): ViewNode {
  const { rule, message, at } = finding;
  return {
    ...node('finding', `${rule} ${at.uri} ${message}`, message.replaceAll('`', ''), [finding], () => []),
    hasChildren: false,
    description: rule,
    at,
  };
}

function node(
  kind: ViewNode['kind'],
  id: string,
  label: string,
  findings: readonly Finding[],
  children: () => readonly ViewNode[],
): ViewNode {
  const worst = worstOf(findings.map(({ severity }) => severity));
  return {
    kind,
    id,
    label,
    description: '',
    at: undefined,
    findings: worst && { count: findings.length, worst },
    isExpanded: false,
    hasChildren: true,
    children,
  };
}
