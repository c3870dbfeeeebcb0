import type { Placed } from '../facts/fact.ts';
import type { Location, Span } from '../facts/location.ts';
import type { KeyPath } from '../facts/settings.ts';
import type { MeshPolicyFact } from '../facts/mesh-policy.ts';
import type { NetworkPolicyFact, PolicySpec } from '../facts/policy.ts';
import { ofKind } from '../workspace/of-kind.ts';
import { selectsPods } from '../workspace/policies/select-pods.ts';
import type { FileView } from './file-view.ts';
import type { Place } from './inquiry.ts';
import { keyPathAt } from './key-path-at.ts';
import type { Applied, Workload, Workloads } from './workloads/model.ts';
import { touches } from './touches.ts';

type View = Pick<FileView, 'workspace'>;

/** The workloads that a policy is for, asked for at its selector. Empty at any other place. */
export function workloadsSelectedAt(
  { uri, text, offset }: Place,
  { workspace }: View,
  workloads: () => Workloads,
): readonly Location[] {
  const network = holding(ofKind(workspace.facts, 'network-policy'), uri, offset);
  const ofMesh = holding(ofKind(workspace.facts, 'mesh-policy'), uri, offset);
  if (network === undefined && ofMesh === undefined) return [];
  const path = keyPathAt(text, offset);
  if (path === undefined) return [];
  const isMeant = network === undefined ? isForMesh(ofMesh, path) : isSelectedBy(network, path);
  return allWorkloads(workloads()).flatMap((workload) =>
    workload.at !== undefined && isMeant(workload) ? [workload.at] : [],
  );
}

/** The policies that apply to a workload or to a namespace, asked for at its name or at its labels. */
export function policiesForAt(
  { uri, text, offset }: Place,
  { workspace }: View,
  workloads: () => Workloads,
): readonly Location[] {
  const workload = holding(ofKind(workspace.facts, 'workload'), uri, offset);
  const namespace = holding(ofKind(workspace.facts, 'namespace'), uri, offset);
  if (workload === undefined && namespace === undefined) return [];
  if (!isNameOrLabel(keyPathAt(text, offset) ?? [])) return [];
  const { clusters } = workloads();
  const applied =
    workload === undefined
      ? clusters.flatMap(({ namespaces }) =>
          namespaces.filter(({ name }) => name === namespace?.fact.name).map((one) => one.applied()),
        )
      : clusters
          .flatMap((cluster) => cluster.workloadsIn(uri))
          .filter(({ pods }) => pods.workload?.fact === workload.fact)
          .map((one) => one.applied());
  return applied.flatMap(placesOf);
}

function placesOf({ network, mesh }: Applied): readonly Location[] {
  return [...network, ...mesh]
    .filter(({ isSure }) => isSure)
    .map(({ policy: { uri, fact } }) => ({ uri, span: fact.nameSpan }));
}

function allWorkloads({ clusters }: Workloads): readonly Workload[] {
  return clusters.flatMap(({ namespaces }) => namespaces.flatMap(({ workloads }) => workloads));
}

function isSelectedBy(policy: Placed<NetworkPolicyFact>, path: KeyPath): (workload: Workload) => boolean {
  const spec = policy.fact.specs.find((candidate) => isSelector(candidate, policy.fact, path));
  if (spec?.subject.kind !== 'pods') return () => false;
  const { selector } = spec.subject;
  return ({ pods }) => selectsPods(selector, pods, policy) === 'yes';
}

function isSelector(spec: PolicySpec, { address }: NetworkPolicyFact, path: KeyPath): boolean {
  const around = [...address.path, ...spec.path];
  const key = path[around.length];
  const isInside = around.every((part, index) => path[index] === part);
  return isInside && key !== undefined && subjectKeys.has(key);
}

const subjectKeys: ReadonlySet<string> = new Set(['endpointSelector', 'podSelector']);

function isForMesh(
  policy: Placed<MeshPolicyFact> | undefined,
  path: KeyPath,
): (workload: Workload) => boolean {
  const at = path.lastIndexOf('spec');
  const key = path[at + 1];
  if (policy === undefined || at === -1 || key === undefined || !targetKeys.has(key)) return () => false;
  return ({ applied }) =>
    applied().mesh.some(({ policy: { fact }, isSure }) => isSure && fact === policy.fact);
}

const targetKeys: ReadonlySet<string> = new Set([
  'selector',
  'workloadSelector',
  'podSelector',
  'host',
  'hosts',
  'parentRefs',
  'targetRef',
  'targetRefs',
]);

/** `metadata.name`, and labels of the object or of its pods. */
function isNameOrLabel(path: KeyPath): boolean {
  const at = path.lastIndexOf('metadata');
  return at !== -1 && (path[at + 1] === 'labels' || (at === 0 && path[1] === 'name'));
}

function holding<F extends { readonly span: Span }>(
  placed: readonly { readonly uri: string; readonly fact: F }[],
  uri: string,
  offset: number,
): { readonly uri: string; readonly fact: F } | undefined {
  return placed.find((one) => one.uri === uri && touches(one.fact.span, offset));
}
