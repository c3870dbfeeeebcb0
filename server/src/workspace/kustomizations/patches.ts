import type { DeploymentFact } from '../../facts/deployment.ts';
import type { Placed } from '../../facts/fact.ts';
import type { DeploymentPatch, DeploymentPatchFact, PatchTarget } from '../../facts/kustomization.ts';
import { pathOf } from '../../source/file.ts';
import { joinPath } from '../paths.ts';
import type { KustomizationNode } from './graph.ts';

/** A patch and the file that it stands in. */
export interface PlacedPatch {
  readonly uri: string;
  readonly patch: DeploymentPatch;
}

/** Patches that stand in files of their own, by decoded path. */
export type PatchFiles = ReadonlyMap<string, readonly Placed<DeploymentPatchFact>[]>;

/** The patches of these kustomizations that are for a deployment, in their order. */
export function patchesFor(
  { object }: DeploymentFact,
  patchers: readonly KustomizationNode[],
  files: PatchFiles,
): readonly PlacedPatch[] {
  if (object === undefined) return [];
  return patchers.flatMap((node) =>
    node.fact.patches.flatMap(({ target, from }) =>
      patchesFrom(from, node, files).filter(({ patch }) =>
        target === undefined ? isOwnTarget(patch.target, object) : isTarget(target, object),
      ),
    ),
  );
}

/** The patch files of a deployment's name that no kustomization names. */
export function loosePatches(
  { object }: DeploymentFact,
  files: PatchFiles,
  isTaken: (path: string) => boolean,
): readonly PlacedPatch[] {
  if (object === undefined) return [];
  return [...files].flatMap(([path, facts]) =>
    isTaken(path)
      ? []
      : facts.flatMap(({ uri, fact }) => (isOwnTarget(fact.target, object) ? [{ uri, patch: fact }] : [])),
  );
}

function patchesFrom(
  from: KustomizationNode['fact']['patches'][number]['from'],
  { uri, folder }: KustomizationNode,
  files: PatchFiles,
): readonly PlacedPatch[] {
  if (from.kind === 'inline') return [{ uri, patch: from.patch }];
  return (files.get(joinPath(folder, from.path)) ?? []).map((placed) => ({
    uri: placed.uri,
    patch: placed.fact,
  }));
}

type ObjectName = NonNullable<DeploymentFact['object']>;

/** The name of a kustomization's target is a regular expression for the whole name. */
function isTarget({ resource, name }: PatchTarget, object: ObjectName): boolean {
  if (resource !== undefined && resource !== object.resource) return false;
  return name === undefined || name === object.name || matchesWhole(name, object.name);
}

function matchesWhole(pattern: string, text: string): boolean {
  try {
    return new RegExp(`^(?:${pattern})$`).test(text);
  } catch {
    return false;
  }
}

function isOwnTarget(target: PatchTarget | undefined, object: ObjectName): boolean {
  return target?.resource === object.resource && target.name === object.name;
}

/** The files of patches among facts. */
export function patchFilesOf(patches: readonly Placed<DeploymentPatchFact>[]): PatchFiles {
  const byPath = new Map<string, Placed<DeploymentPatchFact>[]>();
  for (const placed of patches) {
    const path = pathOf(placed.uri);
    byPath.set(path, [...(byPath.get(path) ?? []), placed]);
  }
  return byPath;
}
