import data from '../../../schemas/mesh/installs.json' with { type: 'json' };
import { meshNames, type MeshName } from './meshes.ts';
import { oneOf } from './one-of.ts';

/**
 * What an installed part of a mesh is. Only `injects-everywhere` enrols workloads; the others merely show that the
 * mesh is there. An `unchained-cni-plugin` is not touched by Cilium's `cni.exclusive`.
 */
export const meshComponents = [
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

/** A key in the values of a mesh's chart, or in an IstioOperator, that installs a part of it. */
export interface MeshSwitch extends MeshInstall {
  readonly path: readonly string[];
  readonly values: readonly (string | boolean)[];
}

/** What a chart of this name installs; names such as `base` and `cni` need their repository as further evidence. */
export function installOfChart(chart: string): MeshInstall | undefined {
  return typed(data.charts.find((row) => row.chart === chart));
}

/** What a resource that an operator acts on installs. */
export function installOfResource(group: string, kind: string): MeshInstall | undefined {
  return typed(data.resources.find((row) => row.group === group && row.kind === kind));
}

/** The switches in the values of a chart, or in a resource of this kind. */
export function switchesOf(chartOrKind: string): readonly MeshSwitch[] {
  return data.switches
    .filter((row) => row.in === chartOrKind)
    .map((row) => ({ ...install(row), path: row.path, values: row.values }));
}

function typed(
  row: { readonly mesh: string; readonly component: string } | undefined,
): MeshInstall | undefined {
  return row === undefined ? undefined : install(row);
}

function install(row: { readonly mesh: string; readonly component: string }): MeshInstall {
  return { mesh: oneOf(meshNames, row.mesh), component: oneOf(meshComponents, row.component) };
}
