import data from '../../../schemas/mesh/signals.json' with { type: 'json' };
import { oneOf } from './one-of.ts';

/** The meshes that the product knows. */
export const meshNames = [
  'istio',
  'linkerd',
  'kuma',
  'consul',
  'osm',
  'app-mesh',
  'nginx-service-mesh',
  'traefik-mesh',
  'cilium-mesh',
] as const;
export type MeshName = (typeof meshNames)[number];

/** How a workload takes part: with a proxy of its own, or through one on its node. */
export const meshModes = ['sidecar', 'ambient'] as const;
export type MeshMode = (typeof meshModes)[number];

/** Where a signal stands. For a workload the labels and annotations of its pod template count, not its own. */
export const signalPlaces = [
  'namespace-label',
  'namespace-annotation',
  'pod-label',
  'pod-annotation',
] as const;
export type SignalPlace = (typeof signalPlaces)[number];

/** A label or annotation that brings a namespace or pod into a mesh, or keeps it out. */
export interface MeshSignal {
  readonly mesh: MeshName;
  readonly mode: MeshMode;
  readonly enrolled: boolean;
  readonly key: string;
  readonly value: string;
}

interface SignalRow {
  readonly mesh: MeshName;
  readonly mode: MeshMode;
  readonly key: string;
  readonly on: readonly string[] | 'any';
  readonly off: readonly string[] | 'any';
  /** Of several signals of one mesh and mode in one place the highest decides. */
  readonly precedence: number;
}

const rowsByPlace: ReadonlyMap<SignalPlace, readonly SignalRow[]> = new Map(
  signalPlaces.map((place) => [place, data.signals.filter((row) => row.place === place).map(typedRow)]),
);

function typedRow(row: (typeof data.signals)[number]): SignalRow {
  return {
    mesh: oneOf(meshNames, row.mesh),
    mode: oneOf(meshModes, row.mode),
    key: row.key,
    on: typeof row.on === 'string' ? 'any' : row.on,
    off: typeof row.off === 'string' ? 'any' : row.off,
    precedence: row.precedence,
  };
}

/** What one label or annotation says; nothing where it is no signal, or has a value that decides nothing. */
export function signalsAt(place: SignalPlace, key: string, value: string): readonly MeshSignal[] {
  return (rowsByPlace.get(place) ?? []).flatMap((row) => (row.key === key ? signalOf(row, value) : []));
}

/** Whether a mesh reads a label or annotation of this key in this place, whatever it says. */
export function isSignalKey(place: SignalPlace, key: string): boolean {
  return (rowsByPlace.get(place) ?? []).some((row) => row.key === key);
}

/** The text that somebody means who writes a boolean for a label or annotation; absent where none is sure. */
export function meaningOf(place: SignalPlace, key: string, value: boolean): string | undefined {
  const rows = (rowsByPlace.get(place) ?? []).filter((row) => row.key === key);
  const words = rows.map(({ on, off }) => (value ? on : off)).map((own) => (own === 'any' ? [] : own));
  const [first] = words.filter((own) => own.length > 0);
  return first?.find((word) => word === String(value)) ?? first?.[0];
}

/** The keys that some mesh reads on pods. */
export const podSignalKeys: readonly string[] = [
  ...new Set(data.signals.flatMap(({ place, key }) => (place.startsWith('pod-') ? [key] : []))),
];

function signalOf(row: SignalRow, value: string): readonly MeshSignal[] {
  const { mesh, mode, key } = row;
  if (row.off === 'any' || row.off.includes(value)) {
    return [{ mesh, mode, enrolled: false, key, value }];
  }
  return row.on === 'any' || row.on.includes(value) ? [{ mesh, mode, enrolled: true, key, value }] : [];
}

type Metadata = Readonly<Record<string, string>>;

/** What a Namespace says to each mesh, one signal per mesh and mode: the one that decides. */
export function namespaceSignals(labels: Metadata, annotations: Metadata): readonly MeshSignal[] {
  return deciding([
    ['namespace-label', labels],
    ['namespace-annotation', annotations],
  ]);
}

/** What a pod (template) says to each mesh by itself, one signal per mesh and mode: the one that decides. */
export function podSignals(labels: Metadata, annotations: Metadata): readonly MeshSignal[] {
  return deciding([
    ['pod-label', labels],
    ['pod-annotation', annotations],
  ]);
}

function deciding(places: readonly (readonly [SignalPlace, Metadata])[]): readonly MeshSignal[] {
  const strongest = new Map<string, { readonly precedence: number; readonly signal: MeshSignal }>();
  for (const [place, metadata] of places) {
    for (const row of rowsByPlace.get(place) ?? []) {
      const value = metadata[row.key];
      const signal = value === undefined ? undefined : signalOf(row, value)[0];
      const id = `${row.mesh} ${row.mode}`;
      const before = strongest.get(id);
      if (signal !== undefined && (before === undefined || row.precedence > before.precedence)) {
        strongest.set(id, { precedence: row.precedence, signal });
      }
    }
  }
  return [...strongest.values()].map(({ signal }) => signal);
}

/**
 * Which signals hold for a pod, of those of its namespace and its own.
 *
 * An opt-out of the pod always wins. A pod that asks for a proxy gets it even in a namespace that opted out, but for
 * Istio sidecars, whose webhook then never sees the pod.
 */
export function podEnrolment(
  ofNamespace: readonly MeshSignal[],
  ofPod: readonly MeshSignal[],
): readonly MeshSignal[] {
  const kept = ofNamespace.filter(
    (outer) => !ofPod.some((own) => isSameMesh(own, outer) && decidesOver(own, outer)),
  );
  const added = ofPod.filter(
    (own) => !ofNamespace.some((outer) => isSameMesh(own, outer) && !decidesOver(own, outer)),
  );
  return [...kept, ...added];
}

function isSameMesh(left: MeshSignal, right: MeshSignal): boolean {
  return left.mesh === right.mesh && left.mode === right.mode;
}

function decidesOver(own: MeshSignal, ofNamespace: MeshSignal): boolean {
  return (
    !own.enrolled ||
    ofNamespace.enrolled ||
    data.podWins.includes(own.mesh) ||
    data.podWinsInMode.includes(own.mode)
  );
}

/** The mesh that an API group belongs to, such as `istio` for `networking.istio.io`. */
export function meshOfGroup(group: string): MeshName | undefined {
  const row = data.resourceGroups.find((candidate) => candidate.group === group);
  return row === undefined ? undefined : oneOf(meshNames, row.mesh);
}

/** The mesh whose members the resources of an API group list. */
export function meshOfMemberList(group: string): MeshName | undefined {
  const row = data.memberLists.find((candidate) => candidate.group === group);
  return row === undefined ? undefined : oneOf(meshNames, row.mesh);
}

/** Whether a mark is enough for pods of namespaces that a mesh lists as its members. */
export function enrolsListedMembers(
  mesh: MeshName,
  { place, key, value }: { readonly place: SignalPlace; readonly key: string; readonly value: string },
): boolean {
  return data.memberLists.some(
    ({ mesh: of, mark }) => of === mesh && mark.place === place && mark.key === key && mark.value === value,
  );
}

/** Whether a Gateway of this class is an ambient waypoint. */
export function isWaypointClass(gatewayClassName: string): boolean {
  return data.waypoints.gatewayClasses.includes(gatewayClassName);
}

/** Whether a label asks for a waypoint (`none` asks for nothing). */
export function asksForWaypoint(label: string, value: string): boolean {
  return data.waypoints.labels.includes(label) && value !== data.waypoints.noneValue;
}

/** Whether a resource shows that Linkerd spans several clusters. */
export function isMulticlusterResource(group: string, kind: string): boolean {
  return data.multicluster.resources.some((row) => row.group === group && row.kind === kind);
}

/** Whether a label marks something for other clusters of a multicluster Linkerd. */
export function isMulticlusterLabel(label: string): boolean {
  return data.multicluster.labels.includes(label);
}

/** Whether a label or annotation asks for a mesh in a place where the mesh does not look for it. */
export function isMisplaced(place: SignalPlace, key: string, value: string): boolean {
  return data.misplaced.some((row) => row.place === place && row.key === key && row.on.includes(value));
}

/** The mesh that reads a label or annotation of this key, whatever it says: a known signal, or one of the mesh's own domain. */
export function meshOfMark(key: string): MeshName | undefined {
  if (isMulticlusterLabel(key)) return oneOf(meshNames, data.multicluster.mesh);
  const signal = data.signals.find((row) => row.key === key);
  return signal === undefined ? meshOfGroup(key.split('/')[0] ?? '') : oneOf(meshNames, signal.mesh);
}

/** Texts one of which stands in every file that holds a signal or a resource of a mesh. */
export const meshHints: readonly string[] = [
  ...new Set([
    ...data.signals.map((row) => row.key),
    ...data.resourceGroups.map((row) => row.group),
    ...data.waypoints.labels,
    ...data.waypoints.gatewayClasses,
    ...data.multicluster.labels,
  ]),
];
