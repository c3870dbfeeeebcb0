import { valuesLayers } from '../carriers/helm-values.ts';
import type { Fact } from '../facts/fact.ts';
import type { LayerAddress, SettingsLayer } from '../facts/settings.ts';
import { packs } from '../knowledge/versions.ts';
import { isObject } from '../manifests/pods-in-values.ts';
import { pathOf, sourceKindOf } from '../source/file.ts';
import { ofKind } from '../workspace/of-kind.ts';
import { folderOf, joinPath, nameOf } from '../workspace/paths.ts';
import type { Release } from '../workspace/releases/release.ts';
import { mapAt, resolve } from '../yaml/navigate.ts';
import type { MapNode } from '../yaml/node.ts';
import { parseYaml } from '../yaml/parse.ts';
import type { FileView } from './file-view.ts';
import { deploymentsAmong, pathNamed } from './values-files.ts';

/** Values, and the installs that they belong to. */
export interface ReleasedLayer {
  readonly layer: SettingsLayer;
  readonly releases: readonly Release[];
}

/**
 * The values of a file that has, or has not yet, any key by which readers tell Cilium's from others: they are Cilium's
 * because an install names the file, because a chart beside it depends on Cilium, or because it is called so.
 *
 * @param facts what the readers find in the text
 */
export function valuesByPlace(
  text: string,
  facts: readonly Fact[],
  view: FileView,
): readonly ReleasedLayer[] {
  const path = pathOf(view.uri);
  if (sourceKindOf(path) !== 'yaml' || facts.some(isSurelyCiliums)) return [];
  const isCalledSo =
    /cilium/i.test(path.split('/').slice(-2).join('/')) &&
    /values/i.test(nameOf(path)) &&
    !isBesideUmbrella(path, view);
  const places = [
    ...keysOfCilium(view).map((key) => [key]),
    ...(isCalledSo || isNamed(path, view) ? [[]] : []),
  ];
  if (places.length === 0) return [];
  const layers = parseYaml(text).documents.flatMap(({ index, root: node }) => {
    const root = resolve(node);
    return root?.kind !== 'map' || isObject(root)
      ? []
      : places.flatMap((place) => layersAt(root, { document: index, path: place }));
  });
  if (layers.length === 0) return [];
  const releases = view.releasesWith([...facts, ...layers]);
  return layers.flatMap((layer): readonly ReleasedLayer[] => {
    const own = releases.filter(
      (release) =>
        (isCalledSo || release.standing !== 'unused') && release.layers.some((one) => one.layer === layer),
    );
    return own.length === 0 ? [] : [{ layer, releases: own }];
  });
}

/** Of a file in which readers found values of Cilium by their keys, they found all. */
function isSurelyCiliums(fact: Fact): boolean {
  return fact.kind === 'settings' && fact.isWeak !== true;
}

function layersAt(root: MapNode, address: LayerAddress): readonly SettingsLayer[] {
  const map = mapAt(root, address.path);
  return map === undefined ? [] : valuesLayers(map, { carrier: 'values-file', address }, true);
}

/** Whether the chart in the folder of a file depends on Cilium: its values are its own, however the folder is called. */
function isBesideUmbrella(path: string, { workspace }: FileView): boolean {
  return ofKind(workspace.facts, 'chart').some(
    ({ uri, fact }) =>
      folderOf(pathOf(uri)) === folderOf(path) && fact.dependencies.some(({ name }) => packs(name, 'cilium')),
  );
}

/** The names under which charts around a file depend on Cilium, but for its own. */
export function keysOfCilium({ uri, workspace }: FileView): readonly string[] {
  const path = pathOf(uri);
  if (nameOf(path).startsWith('Chart.') || path.includes('/templates/')) return [];
  return ofKind(workspace.facts, 'chart').flatMap((chart) =>
    path.startsWith(`${folderOf(pathOf(chart.uri))}/`)
      ? chart.fact.dependencies.flatMap(({ name, alias = name }) => (packs(name, 'cilium') ? [alias] : []))
      : [],
  );
}

/** Whether something installs a chart with a file, or makes a ConfigMap of it for an install. */
function isNamed(path: string, { workspace: { facts }, hasPath }: FileView): boolean {
  const isIt = (named: string | undefined): boolean => named === path;
  const byDeployment = ({ uri, fact }: ReturnType<typeof deploymentsAmong>[number]): boolean =>
    fact.values.some(
      (source) =>
        source.kind === 'file' &&
        nameOf(source.path) === nameOf(path) &&
        isIt(pathNamed(source, uri, hasPath)),
    );
  return (
    deploymentsAmong(facts).some(byDeployment) ||
    ofKind(facts, 'values-object').some(
      ({ uri, fact: { holds } }) =>
        holds.kind === 'file' && isIt(joinPath(folderOf(pathOf(uri)), holds.path)),
    )
  );
}
