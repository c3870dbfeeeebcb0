import data from '../../../schemas/mesh/installs.json' with { type: 'json' };
import { effectSeverities, type EffectSeverity } from './mesh-effects.ts';
import { meshNames, type MeshName } from './meshes.ts';
import { oneOf } from './one-of.ts';
import type { Reading } from './reading.ts';

/**
 * What an installed part of a mesh is. Only `injects-everywhere` enrols workloads; the others merely show that the
 * mesh is there. An `unchained-cni-plugin` is not touched by Cilium's `cni.exclusive`.
 */
const meshComponents = [
  'crds',
  'control-plane',
  'cni-plugin',
  'unchained-cni-plugin',
  'node-proxy',
  'gateway',
  'multicluster',
  'injects-everywhere',
] as const;
export type MeshComponent = (typeof meshComponents)[number];

/** A part of a mesh that a chart, a resource or a setting installs. */
export interface MeshInstall {
  readonly mesh: MeshName;
  readonly component: MeshComponent;
}

/** A key in the values of a mesh's chart, or in a resource, that installs a part of it with some values. */
export interface MeshSwitch extends MeshInstall {
  /** The chart, or the kind of resource. */
  readonly of: string;
  readonly path: readonly string[];
  readonly values: readonly (string | boolean)[];
  /** With these values the part is not there, whatever else installs it. */
  readonly removes: boolean;
  /** No other chart has such a key. */
  readonly isDistinctive: boolean;
}

const charts = data.charts.map((row) => ({ ...row, ...install(row), toldBy: row.toldBy ?? [] }));
const switches: readonly MeshSwitch[] = data.switches.map((row) => ({
  ...install(row),
  of: row.in,
  path: row.path,
  values: row.values,
  removes: row.removes === true,
  isDistinctive: row.isDistinctive === true,
}));

/** The chart's own name in `istio/cni`, `oci://gcr.io/istio-release/charts/cni:1.24.0` or `./cni-1.24.0.tgz`. */
export function chartNameIn(reference: string): string {
  const last = reference.replace(/\/+$/, '').split('/').at(-1) ?? '';
  const packed = /^(.+?)-v?\d+\.\d+\.\d+.*\.tgz$/.exec(last)?.[1];
  return packed ?? last.replace(/[:@].*$/, '');
}

/**
 * What a chart installs.
 *
 * @param reference the chart as written, with or without a repository before its name
 * @param evidence whatever else tells whose chart it is: its repository, its source, the name of its release. Others
 *   too have charts named `cni` or `gateway`.
 */
export function installsOfChart(reference: string, evidence: readonly string[] = []): readonly MeshInstall[] {
  const name = chartNameIn(reference);
  const told = [reference, ...evidence].join('\n').toLowerCase();
  return charts
    .filter(
      ({ chart, toldBy }) =>
        chart === name && (toldBy.length === 0 || toldBy.some((text) => told.includes(text))),
    )
    .map(({ mesh, component }) => ({ mesh, component }));
}

/** What a resource that an operator acts on installs. */
export function installsOfResource(group: string, kind: string): readonly MeshInstall[] {
  return data.resources.filter((row) => row.group === group && row.kind === kind).map(install);
}

/** What a DaemonSet of this name is, where a chart was rendered. */
export function installOfDaemonSet(name: string): MeshInstall | undefined {
  const row = data.daemonSets.find((candidate) => candidate.name === name);
  return row === undefined ? undefined : install(row);
}

/** The switches in the values of a chart, or in a resource of this kind. */
export function switchesOf(chartOrKind: string): readonly MeshSwitch[] {
  return switches.filter((row) => row.of === chartOrKind);
}

/** The switches by which a values file is known to be of the mesh's chart. */
export const distinctiveSwitches: readonly MeshSwitch[] = [
  ...new Map(
    switches
      .filter(({ isDistinctive }) => isDistinctive)
      .map((row) => [[...row.path, row.component, row.removes].join('\0'), row]),
  ).values(),
];

const switchPaths = new Set(switches.map(({ path }) => path.join('\0')));

/** What switches come to. */
export interface Switched {
  /** Those that install a part. */
  readonly on: readonly MeshSwitch[];
  /** Parts that are not there with these values, whatever else would install them. */
  readonly without: ReadonlySet<MeshComponent>;
}

/**
 * What some switches come to. A plugin that is not chained takes the place of the chained one; a switch whose value nobody
 * can know installs nothing, but takes away what it may take away.
 */
export function switched(
  switches: readonly MeshSwitch[],
  readingOf: (path: readonly string[]) => Reading,
): Switched {
  const states = switches.map((one) => ({ one, state: stateOf(one, readingOf(one.path)) }));
  const without = new Set(
    states.flatMap(({ one: { removes, component }, state }): readonly MeshComponent[] => {
      if (state === 'off') return [];
      if (component === 'unchained-cni-plugin') return ['cni-plugin'];
      return removes ? [component] : [];
    }),
  );
  const on = states.flatMap(({ one, state }) => (state === 'on' && !one.removes ? [one] : []));
  return { on: on.filter(({ component }) => !without.has(component)), without };
}

/** Quotes and `--set-string` make texts of booleans. */
function stateOf({ values }: MeshSwitch, reading: Reading): 'on' | 'off' | 'unknown' {
  if (reading.kind !== 'known') return reading.kind === 'unknown' ? 'unknown' : 'off';
  return values.some((value) => String(value) === String(reading.value)) ? 'on' : 'off';
}

/** Whether a key is a switch of some chart of a mesh, at the root of its values or below the key of a dependency. */
export function isSwitchPath(path: readonly string[]): boolean {
  return switchPaths.has(path.join('\0')) || switchPaths.has(path.slice(1).join('\0'));
}

/** What becomes of a mesh whose CNI plugin is taken out of the node's configuration. */
export interface Eviction {
  readonly severity: EffectSeverity;
  /** The end of a sentence. */
  readonly consequence: string;
}

/** What the loss of its CNI plugin does to a mesh; absent for meshes that have none. */
export function evictionOf(mesh: MeshName): Eviction | undefined {
  const row = data.evictions.find((candidate) => candidate.mesh === mesh);
  return row && { severity: oneOf(effectSeverities, row.severity), consequence: row.consequence };
}

/** Whether a mesh that injects every pod by default does so in a namespace; absent for one that is not known. */
export function isInjectedByDefault(mesh: MeshName, namespace: string | undefined): boolean {
  const row = data.neverInjected.find((candidate) => candidate.mesh === mesh);
  return namespace === undefined || row?.namespaces.includes(namespace) !== true;
}

/** Texts one of which stands in every file that holds a resource or a DaemonSet that installs a mesh. */
export const installedResourceHints: readonly string[] = [
  ...new Set([...data.resources.map(({ group }) => `${group}/`), ...data.daemonSets.map(({ name }) => name)]),
];

/** Whether a text names a mesh: one that does not installs none. */
export function namesMesh(text: string): boolean {
  return anyMesh.test(text);
}

/** Words of the names of all meshes and of their charts' repositories. */
export const meshWords: readonly string[] = data.words;

const anyMesh = new RegExp(meshWords.join('|'));

function install(row: { readonly mesh: string; readonly component: string }): MeshInstall {
  return { mesh: oneOf(meshNames, row.mesh), component: oneOf(meshComponents, row.component) };
}
