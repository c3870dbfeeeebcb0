import type { Location } from '../../facts/location.ts';
import { unique } from '../../rules/wording/words.ts';
import type { Overview } from '../overview/model.ts';
import type { Applied, ClusterWorkloads, NamespaceWorkloads, Workloads } from '../workloads/model.ts';
import { inShort, installInShort } from '../workloads/words.ts';
import type { Membership } from '../../workspace/members.ts';
import type { Lens } from './lens.ts';

/** What one cluster has to say at a place; absent names are of a workspace that is one cluster. */
interface Word {
  readonly at: Location;
  readonly cluster: string | undefined;
  readonly title: string;
  readonly opens: Lens['opens'];
}

/** More clusters than these would only push the text away. */
const mostClusters = 3;

/** The lenses of a file: on installs of Cilium, on workloads and on namespaces. */
export function lensesIn(uri: string, overview: Overview, workloads: Workloads): readonly Lens[] {
  const words = [...installWords(overview), ...workloads.clusters.flatMap((one) => clusterWords(uri, one))];
  const byPlace = new Map<number, Word[]>();
  for (const word of words) {
    if (word.at.uri !== uri || word.title === '') continue;
    byPlace.set(word.at.span.start, [...(byPlace.get(word.at.span.start) ?? []), word]);
  }
  return [...byPlace.values()].flatMap(lensesAt);
}

/** Where all clusters agree, their names do not matter. */
function lensesAt(words: readonly Word[]): readonly Lens[] {
  const agrees = unique(words.map(({ title }) => title)).length === 1;
  return words.slice(0, agrees ? 1 : mostClusters).map(({ at: { span }, cluster, title, opens }) => ({
    span,
    title: agrees || cluster === undefined ? title : `${cluster}: ${title}`,
    opens,
  }));
}

function installWords({ clusters }: Overview): readonly Word[] {
  return clusters.flatMap(({ name, installs, meshes }) =>
    installs
      .filter(({ standing }) => standing !== 'example')
      .map((install) => ({
        at: install.whole,
        cluster: name,
        title: installInShort(install, meshes),
        opens: 'traffic-paths' as const,
      })),
  );
}

function clusterWords(uri: string, { cluster, workloadsIn, namespaces }: ClusterWorkloads): readonly Word[] {
  const word = (at: Location, memberships: readonly Membership[], applied: Applied): Word => ({
    at,
    cluster: cluster.name,
    title: inShort(memberships, applied),
    opens: placesOf(memberships, applied),
  });
  return [
    ...workloadsIn(uri).flatMap(({ manifest, pods, applied }) =>
      manifest === undefined ? [] : [word(manifest, pods.memberships, applied())],
    ),
    ...namespaces.flatMap((namespace) =>
      namespace.manifest?.uri === uri
        ? [word(namespace.manifest, membershipsOf(namespace), namespace.applied())]
        : [],
    ),
  ];
}

/** By what is said of the namespace as a whole. */
function membershipsOf({ workloads }: NamespaceWorkloads): readonly Membership[] {
  return workloads.flatMap(({ pods }) => pods.memberships.filter(({ by }) => by.fact.scope === 'namespace'));
}

/** Labels that enrol, then the policies that surely apply, each once. */
function placesOf(memberships: readonly Membership[], { network, mesh }: Applied): readonly Location[] {
  const labels = new Set(memberships.map(({ by }) => by));
  const sure = [...network, ...mesh].filter(({ isSure }) => isSure);
  return [
    ...[...labels].map(({ uri, fact: { span } }) => ({ uri, span })),
    ...sure.map(({ policy: { uri, fact } }) => ({ uri, span: fact.nameSpan })),
  ];
}
