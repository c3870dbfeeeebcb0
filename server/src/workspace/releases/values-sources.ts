import { isSamePath } from '../../knowledge/same-path.ts';
import type { DeploymentFact, ValuesObjectFact, ValuesSource } from '../../facts/deployment.ts';
import type { Placed } from '../../facts/fact.ts';
import type { LayerAddress } from '../../facts/settings.ts';
import { pathOf } from '../../source/file.ts';
import type { PlacedLayer } from '../effective.ts';
import type { Variant } from '../kustomizations/variants.ts';
import { folderOf, joinPath } from '../paths.ts';
import { asMeant, fromRoot } from './installed-chart.ts';
import { nearest } from './nearest.ts';
import { isBelow, opaqueLayer } from './plan.ts';
import type { ReleaseFacts } from './release-facts.ts';

/** Where a deployment stands, and what is known around it. */
export interface Surroundings {
  readonly placed: Placed<DeploymentFact>;
  /** The kustomizations through which the deployment comes into its cluster, innermost first. */
  readonly variant?: Variant;
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

/**
 * A file that is not there may hold anything; one that is there without any setting of the chart adds nothing. A template
 * without any may still write some.
 */
function fileLayers(source: FileSource, around: Surroundings): readonly PlacedLayer[] | undefined {
  const found = filePath(source.path, source, around);
  if (found === undefined) return isKnownMissing(source, around) ? [] : writtenLayers(source.path, around);
  const layers = (around.facts.layersByPath.get(found) ?? []).filter(isBelow(around.key));
  return layers.length === 0 && /\.(?:gotmpl|tftpl)$/.test(found) ? undefined : layers;
}

/** What a tool writes to the machine under a path; absent where nothing does, or several tasks of a file may. */
function writtenLayers(path: string, around: Surroundings): readonly PlacedLayer[] | undefined {
  const { placed, facts, hasFile, key } = around;
  const written = facts.valuesObjects.filter(({ fact }) => fact.object === 'File' && fact.name === path);
  const file = nearest(written, placed.uri);
  if (file === undefined || written.filter(({ uri }) => uri === file.uri).length > 1) return undefined;
  const { holds } = file.fact;
  if (holds.kind === 'own-layer') return layersAt(file.uri, holds.address, around);
  if (holds.kind === 'unknown') return undefined;
  const folder = folderOf(pathOf(file.uri));
  const { path: first, orElse = first } = holds;
  const found = asMeant(first, folder, hasFile) ?? asMeant(orElse, folder, hasFile);
  return found === undefined ? undefined : (facts.layersByPath.get(found) ?? []).filter(isBelow(key));
}

function isKnownMissing(source: FileSource, around: Surroundings): boolean {
  const { optionalBeside = [] } = source;
  return optionalBeside.some((path) => filePath(path, source, around) !== undefined);
}

function filePath(path: string, { base }: FileSource, { placed, hasFile }: Surroundings): string | undefined {
  const folder = folderOf(pathOf(placed.uri));
  return base === 'file' ? asMeant(path, folder, hasFile) : fromRoot(path, folder, hasFile);
}

/** What a ConfigMap or Secret of the workspace holds for the deployment; absent where it cannot be read. */
function objectLayers(source: ObjectSource, around: Surroundings): readonly PlacedLayer[] | undefined {
  if (source.targetPath !== undefined) return undefined;
  const object = valuesObject(source, around);
  if (object === undefined) return source.isOptional === true ? [] : undefined;
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

/**
 * The object that a deployment means. Where its own kustomizations make or take in one of that name it is theirs, and the
 * outermost has the last word; else the one that lies nearest.
 */
function valuesObject(
  source: ObjectSource,
  { placed, facts, variant = [] }: Surroundings,
): Placed<ValuesObjectFact> | undefined {
  const wanted = source.namespace ?? placed.fact.namespace;
  const candidates = facts.valuesObjects.filter(
    ({ fact }) =>
      fact.object === source.object &&
      fact.name === source.name &&
      fact.key === source.key &&
      (fact.namespace === undefined || wanted === undefined || fact.namespace === wanted),
  );
  for (const node of variant.toReversed()) {
    const theirs = candidates.filter(
      ({ uri }) => uri === node.uri || facts.graph.includersOf(pathOf(uri)).includes(node),
    );
    if (theirs.length > 0) return theirs.at(-1);
  }
  return nearest(candidates, placed.uri);
}

/** The layer of a file at an address, or below the key of an umbrella chart's dependency there. */
function layersAt(uri: string, address: LayerAddress, { facts, key }: Surroundings): readonly PlacedLayer[] {
  const path = key === undefined ? address.path : [...address.path, key];
  return (facts.layersByPath.get(pathOf(uri)) ?? []).filter(({ layer }) =>
    isSameAddress(layer.address, { ...address, path }),
  );
}

function isSameAddress(one: LayerAddress, other: LayerAddress): boolean {
  return one.document === other.document && isSamePath(one.path, other.path) && isWithinSame(one, other);
}

function isWithinSame({ within: one }: LayerAddress, { within: other }: LayerAddress): boolean {
  if (one === undefined || other === undefined) return one === other;
  if ('hereDocument' in one || 'hereDocument' in other)
    return 'hereDocument' in one && 'hereDocument' in other && one.hereDocument === other.hereDocument;
  return one.document === other.document && isSamePath(one.path, other.path);
}
