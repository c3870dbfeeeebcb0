import { t } from '@vscode/l10n';
import type { NetworkPolicyFact, PolicyDirection, PortList } from '../../facts/policy.ts';
import type { SocketLbPlace } from '../../knowledge/socket-lb.ts';
import { meshTitle } from '../../rules/wording/mesh-words.ts';
import { listed, unique } from '../../rules/wording/words.ts';
import type { Membership, PodSet } from '../../workspace/members.ts';
import type { InstallOverview, MeshOverview, Switch } from '../overview/model.ts';
import type { Applied } from './model.ts';

/** Between the parts of a line in a lens or a view. */
const separator = ' · ';

/** `in mesh (Istio sidecar) · 2 Cilium policies · 1 Istio policy`; empty where nothing is to be said. */
export function inShort(memberships: readonly Membership[], applied: Applied): string {
  const policies = policyCounts(applied);
  const isSilent = memberships.length === 0 && policies.length === 0;
  return isSilent ? '' : [membershipInShort(memberships), ...policies].join(separator);
}

/** `in mesh (Istio sidecar)`. */
function membershipInShort(memberships: readonly Membership[]): string {
  const parts = unique(memberships.map(({ mesh, mode }) => `${meshTitle(mesh)} ${mode}`));
  return parts.length === 0 ? t('in no mesh') : t`in mesh (${listed(parts)})`;
}

/** How many policies surely apply: variants of one policy for several clusters count once. */
function policyCounts({ network, mesh }: Applied): readonly string[] {
  const sure = network.filter(({ isSure }) => isSure).map(({ policy }) => policy.fact);
  const ofCilium = sure.filter(({ resource }) => resource !== 'NetworkPolicy');
  const ofKubernetes = sure.filter(({ resource }) => resource === 'NetworkPolicy');
  const ofMeshes = mesh.filter(({ isSure }) => isSure).map(({ policy }) => policy.fact);
  const titles = unique(ofMeshes.flatMap(({ meshes }) => meshes.slice(0, 1).map(meshTitle)));
  return [
    counted(ofCilium, 'Cilium'),
    counted(ofKubernetes, 'Kubernetes'),
    ...titles.map((title) =>
      counted(
        ofMeshes.filter(({ meshes }) => meshes[0] !== undefined && meshTitle(meshes[0]) === title),
        title,
      ),
    ),
  ].filter((text) => text !== '');
}

interface Named {
  readonly resource: string;
  readonly name: string;
  readonly namespace: string | undefined;
}

function counted(policies: readonly Named[], whose: string): string {
  const count = unique(policies.map(({ resource, name, namespace }) => `${resource} ${namespace}/${name}`));
  if (count.length === 0) return '';
  return count.length === 1 ? t`1 ${whose} policy` : t`${count.length} ${whose} policies`;
}

/** `KPR on · socket LB in pods · Istio sidecars in 3 namespaces`; empty where none of it is known. */
export function installInShort(
  { replacesKubeProxy, socketLb }: Pick<InstallOverview, 'replacesKubeProxy' | 'socketLb'>,
  meshes: readonly MeshOverview[],
): string {
  const parts = [replacement[replacesKubeProxy]?.(), translation[socketLb]?.()].filter(
    (text) => text !== undefined,
  );
  return parts.length === 0 ? '' : [...parts, ...meshes.map(meshInShort)].join(separator);
}

function meshInShort({ title, namespaces: { length } }: MeshOverview): string {
  if (length === 0) return title;
  return length === 1 ? t`${title} in 1 namespace` : t`${title} in ${length} namespaces`;
}

const replacement: Readonly<Record<Switch, (() => string) | undefined>> = {
  on: () => t('KPR on'),
  off: () => t('KPR off'),
  depends: () => t('KPR depends on the version'),
  unknown: undefined,
};

const translation: Readonly<Record<SocketLbPlace | 'depends', (() => string) | undefined>> = {
  'in-pods': () => t('socket LB in pods'),
  'host-only': () => t('socket LB in the host namespace only'),
  off: () => t('no socket LB'),
  depends: () => t('socket LB depends on the version'),
  rejected: () => t('settings rejected'),
  unknown: undefined,
};

/** `ingress and egress, layers 3, 4 and 7`: what a policy looks at. */
export function reachOf({ specs }: NetworkPolicyFact): string {
  const directions = (['ingress', 'egress'] as const).filter((direction) =>
    specs.some((spec) => isOf(spec[direction])),
  );
  const all = specs.flatMap(({ ingress, egress }) => [ingress, egress]);
  const rules = all.flatMap(({ rules: allowing, denies }) => [...allowing, ...denies]);
  const lists = rules.flatMap(({ ports }): readonly PortList[] => (ports === 'any' ? [] : ports));
  const layers = [
    '3',
    ...(lists.length > 0 ? ['4'] : []),
    ...(lists.some(({ layer7 }) => layer7.length > 0) ? ['7'] : []),
  ];
  const where = directions.length === 0 ? t('no traffic') : listed(directions);
  return layers.length === 1 ? t`${where}, layer ${listed(layers)}` : t`${where}, layers ${listed(layers)}`;
}

function isOf({ isolates, rules, denies, open }: PolicyDirection): boolean {
  return isolates !== 'no' || rules.length > 0 || denies.length > 0 || open;
}

/** `restricts ingress`: what policies together keep from pods that nothing allows. */
export function restrictionBy({ network }: Applied): string {
  if (network.length === 0) return t('no policy');
  const sure = network.filter(({ isSure }) => isSure).flatMap(({ policy }) => policy.fact.specs);
  const restricted = (['ingress', 'egress'] as const).filter((direction) =>
    sure.some((spec) => spec[direction].isolates === 'yes'),
  );
  return restricted.length === 0 ? t('restricts nothing by default') : t`restricts ${listed(restricted)}`;
}

/** How pods that no file shows are called. */
export function podsTitle({ workload }: PodSet): string {
  return workload?.fact.name ?? t('Pods that no file shows');
}
