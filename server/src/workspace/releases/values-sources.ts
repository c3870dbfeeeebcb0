import type { DeploymentFact, ValuesObjectFact, ValuesSource } from '../../facts/deployment.ts';
import type { Placed } from '../../facts/fact.ts';
import type { LayerAddress } from '../../facts/settings.ts';
import { pathOf } from '../../source/file.ts';
import type { PlacedLayer } from '../effective.ts';
import { folderOf, foldersUpwards, joinPath } from '../paths.ts';
import { asMeant } from './installed-chart.ts';
import { nearest } from './nearest.ts';
import { isBelow, opaqueLayer } from './plan.ts';
import type { ReleaseFacts } from './release-facts.ts';

/** Where a deployment stands, and what is known around it. */
export interface Surroundings {
  readonly placed: Placed<DeploymentFact>;
  /** The key below which values reach the chart; absent where the deployment installs the chart itself. */
  readonly key: string | undefined;
  readonly facts: ReleaseFacts;
  readonly chart: string;
  /** Whether the workspace holds a file, by decoded path. */
  readonly hasFile: (path: string) => boolean;
}

/** The layers that one source of values stands for. One that cannot be read is a layer that may hold anything. */
export function sourceLayers(source: ValuesSource, around: Surroundings): readonly PlacedLayer[] {
  const { uri } = around.placed;
  switch (source.kind) {
    case 'own-layer':
      return layersAt(uri, source.address, around);
    case 'file':
      return fileLayers(source, around) ?? [opaqueLayer(uri, around.chart, source.span)];
    case 'object':
      return objectLayers(source, around) ?? [opaqueLayer(uri, around.chart, source.span)];
    case 'unknown':
      return [opaqueLayer(uri, around.chart, source.span)];
  }
}

type FileSource = Extract<ValuesSource, { readonly kind: 'file' }>;
type ObjectSource = Extract<ValuesSource, { readonly kind: 'object' }>;

/** A file that is not there may hold anything; one that is there without any setting of the chart adds nothing. */
function fileLayers(
  { path, base }: FileSource,
  { placed, facts, key, hasFile }: Surroundings,
): readonly PlacedLayer[] | undefined {
  const folder = folderOf(pathOf(placed.uri));
  const found = base === 'file' ? asMeant(path, folder, hasFile) : fromAbove(path, folder, hasFile);
  return found === undefined ? undefined : (facts.layersByPath.get(found) ?? []).filter(isBelow(key));
}

/** A path from the root of a repository, which is some folder above: the outermost that has the file. */
function fromAbove(path: string, folder: string, hasFile: (path: string) => boolean): string | undefined {
  return foldersUpwards(folder)
    .map((root) => joinPath(root, path.replace(/^\/+/, '')))
    .findLast(hasFile);
}

/** What a ConfigMap or Secret of the workspace holds for the deployment; absent where it cannot be read. */
function objectLayers(source: ObjectSource, around: Surroundings): readonly PlacedLayer[] | undefined {
  if (source.targetPath !== undefined) return undefined;
  const object = valuesObject(source, around);
  if (object === undefined) return undefined;
  const { holds } = object.fact;
  switch (holds.kind) {
    case 'own-layer':
      return layersAt(object.uri, holds.address, around);
    case 'file': {
      const path = joinPath(folderOf(pathOf(object.uri)), holds.path);
      if (!around.hasFile(path)) return undefined;
      return (around.facts.layersByPath.get(path) ?? []).filter(isBelow(around.key));
    }
    case 'unknown':
      return undefined;
  }
}

function valuesObject(
  source: ObjectSource,
  { placed, facts }: Surroundings,
): Placed<ValuesObjectFact> | undefined {
  const wanted = source.namespace ?? placed.fact.namespace;
  const candidates = facts.valuesObjects.filter(
    ({ fact }) =>
      fact.object === source.object &&
      fact.name === source.name &&
      fact.key === source.key &&
      (fact.namespace === undefined || wanted === undefined || fact.namespace === wanted),
  );
  return nearest(candidates, placed.uri);
}

/** The layer of a file at an address, or below the key of an umbrella chart's dependency there. */
function layersAt(uri: string, address: LayerAddress, { facts, key }: Surroundings): readonly PlacedLayer[] {
  const path = key === undefined ? address.path : [...address.path, key];
  return (facts.layersByPath.get(pathOf(uri)) ?? []).filter(
    ({ layer }) =>
      layer.address.document === address.document &&
      layer.address.path.length === path.length &&
      layer.address.path.every((segment, index) => segment === path[index]),
  );
}
