import type { DeploymentFact, Named, ValuesSource } from '../../facts/deployment.ts';
import type { Placed } from '../../facts/fact.ts';
import { pathOf } from '../../source/file.ts';
import { loosePatches, patchesFor, type PlacedPatch } from '../kustomizations/patches.ts';
import { patchersOf, variantsOf, type Variant } from '../kustomizations/variants.ts';
import { nearest } from './nearest.ts';
import type { ReleaseFacts } from './release-facts.ts';

/** A source of values and the file that names it. */
export interface PlacedSource {
  readonly uri: string;
  readonly source: ValuesSource;
}

/** A deployment as one kustomization, or one chain of them, makes it. */
export interface PatchedDeployment {
  readonly placed: Placed<DeploymentFact>;
  /** Lowest precedence first. */
  readonly values: readonly PlacedSource[];
  /** The version that a patch asks for, instead of the deployment's own. */
  readonly version: { readonly uri: string; readonly named: Named } | undefined;
  readonly variant: Variant;
  /** The file that makes it so: the outermost kustomization where it is patched, else the deployment's own. */
  readonly path: string;
}

/** What kustomizations make of a deployment: one for each way in which its file comes into a cluster. */
export function patchedDeployments(
  placed: Placed<DeploymentFact>,
  facts: ReleaseFacts,
): readonly PatchedDeployment[] {
  const { graph, patchFiles, isOff } = facts;
  const { fact, uri } = placed;
  if (fact.object === undefined) return [asMade(placed, [], [])];
  const isTaken = (path: string): boolean => isOff(path) || graph.includersOf(path).length > 0;
  const loose = loosePatches(fact, patchFiles, isTaken).filter((patch) =>
    isNearestOfItsName(placed, patch.uri, facts),
  );
  return variantsOf(pathOf(uri), graph, isOff).map((variant) =>
    asMade(placed, [...loose, ...patchesFor(fact, patchersOf(variant, graph), patchFiles)], variant),
  );
}

function asMade(
  placed: Placed<DeploymentFact>,
  patches: readonly PlacedPatch[],
  variant: Variant,
): PatchedDeployment {
  const { uri, fact } = placed;
  let values: readonly PlacedSource[] = fact.values.map((source) => ({ uri, source }));
  for (const { uri: from, patch } of patches) {
    if (patch.valuesFrom !== undefined) {
      const references = patch.valuesFrom.map((source) => ({ uri: from, source }));
      values = [...references, ...values.filter(({ source }) => !isReference(source))];
    }
    values = [...values, ...patch.values.map((source) => ({ uri: from, source }))];
  }
  const named = patches.findLast(({ patch }) => patch.version !== undefined);
  return {
    placed,
    values,
    version: named?.patch.version === undefined ? undefined : { uri: named.uri, named: named.patch.version },
    variant,
    path: (patches.length === 0 ? undefined : variant.at(-1)?.path) ?? pathOf(uri),
  };
}

/** Whether a source is one of `valuesFrom`, a list that a patch replaces as a whole. */
function isReference(source: ValuesSource): boolean {
  return source.kind === 'object' || (source.kind === 'own-layer' && source.address.path[1] === 'valuesFrom');
}

function isNearestOfItsName(
  placed: Placed<DeploymentFact>,
  uri: string,
  { deployments }: ReleaseFacts,
): boolean {
  const { object } = placed.fact;
  const namesakes = deployments.filter(
    ({ fact }) => fact.object?.resource === object?.resource && fact.object?.name === object?.name,
  );
  return nearest(namesakes, uri) === placed;
}
