import type { ValuesObjectFact } from '../../facts/deployment.ts';
import type { DeploymentPatch, KustomizationPatch, PatchTarget } from '../../facts/kustomization.ts';
import type { LayerAddress, SettingsLayer } from '../../facts/settings.ts';
import type { SourceFile } from '../../source/file.ts';
import { parseEmbedded } from '../../yaml/embedded.ts';
import { effectiveEntries, itemsAt, keyName, mapAt, nodeAt, resolve, stringAt } from '../../yaml/navigate.ts';
import type { KeyPath, MapNode, ScalarNode, YamlDocument, YamlNode } from '../../yaml/node.ts';
import { valuesLayers } from '../helm-values.ts';
import { namedAt } from '../named.ts';
import { groupOf, kustomizationIn } from './files.ts';
import { readOperations } from './operations.ts';

/** The patches of one kustomization of a file, and the layers and objects that stand in them. */
export interface PatchesRead {
  /** The document that the kustomization is. */
  readonly document: number;
  readonly patches: readonly KustomizationPatch[];
  readonly layers: readonly SettingsLayer[];
  readonly objects: readonly ValuesObjectFact[];
}

/** The patches of a kustomization.yaml, or of every Flux Kustomization in a file, in the order in which they are applied. */
export function inlinePatchesIn(file: SourceFile): readonly PatchesRead[] {
  const own = kustomizationIn(file);
  if (own !== undefined) {
    return [patchesAt(own.document, file, [['patchesStrategicMerge'], ['patches'], ['patchesJson6902']])];
  }
  if (!file.text.includes('kustomize.toolkit.fluxcd.io')) return [];
  return file
    .yaml()
    .documents.filter(({ root }) => groupOf(root) === 'kustomize.toolkit.fluxcd.io')
    .map((document) =>
      patchesAt(document, file, [
        ['spec', 'patches'],
        ['spec', 'patchesStrategicMerge'],
        ['spec', 'patchesJson6902'],
      ]),
    );
}

function patchesAt(document: YamlDocument, file: SourceFile, lists: readonly KeyPath[]): PatchesRead {
  const read = lists.flatMap((list) =>
    itemsAt(document.root, list).flatMap((item, index) =>
      readPatch(item, { document: document.index, path: [...list, String(index)] }, file),
    ),
  );
  return {
    document: document.index,
    patches: read.flatMap(({ patch }) => patch ?? []),
    layers: read.flatMap(({ layers = [] }) => layers),
    objects: read.flatMap(({ objects = [] }) => objects),
  };
}

interface OnePatch {
  readonly patch?: KustomizationPatch;
  readonly layers?: readonly SettingsLayer[];
  readonly objects?: readonly ValuesObjectFact[];
}

function readPatch(item: YamlNode, { document, path }: LayerAddress, file: SourceFile): readonly OnePatch[] {
  if (item.kind === 'scalar') return readText(item, undefined, { document, path }, file);
  const target = targetOf(item);
  const filePath = stringAt(item, ['path']);
  if (filePath !== undefined) return [{ patch: { target, from: { kind: 'file', path: filePath } } }];
  const found = nodeAt(item, ['patch']);
  const inline = typeof found === 'string' ? undefined : resolve(found);
  const at = { document, path: [...path, 'patch'] };
  return inline?.kind === 'scalar' ? readText(inline, target, at, file) : [];
}

/** The text of a patch: a partial object or a list of operations. One line without a colon is the path of a file. */
function readText(
  scalar: ScalarNode,
  target: PatchTarget | undefined,
  at: LayerAddress,
  file: SourceFile,
): readonly OnePatch[] {
  const root = resolve(parseEmbedded(file.text, scalar).documents[0]?.root);
  switch (root?.kind) {
    case 'map':
      return readObject(root, target, at);
    case 'sequence': {
      const read = readOperations(root, at);
      return read === undefined ? [] : [inlinePatch(read.patch, target, read.layers)];
    }
    case 'scalar':
      return [{ patch: { target, from: { kind: 'file', path: scalar.text } } }];
    case undefined:
      return [];
  }
}

function readObject(root: MapNode, target: PatchTarget | undefined, at: LayerAddress): readonly OnePatch[] {
  const resource = stringAt(root, ['kind']);
  const name = stringAt(root, ['metadata', 'name']);
  if (resource === 'ConfigMap' || resource === 'Secret') {
    return [{ objects: changedKeys(root, resource, target?.name ?? name) }];
  }
  const values = mapAt(root, ['spec', 'values']);
  const version = namedAt(root, ['spec', 'chart', 'spec', 'version']);
  const hasValuesFrom = nodeAt(root, ['spec', 'valuesFrom']) !== 'absent';
  if (resource !== 'HelmRelease' || (values === undefined && version === undefined && !hasValuesFrom))
    return [];
  const address = { document: at.document, path: [...at.path, 'spec', 'values'] };
  const layers =
    values === undefined ? [] : valuesLayers(values, { carrier: 'kustomize-patch', address }, true);
  const patch: DeploymentPatch = {
    form: 'merge',
    target: { resource, name },
    values: values === undefined ? [] : [{ kind: 'own-layer', address }],
    valuesFrom: hasValuesFrom ? [{ kind: 'unknown', span: root.span }] : undefined,
    version,
  };
  return [inlinePatch(patch, target, layers)];
}

function inlinePatch(
  patch: DeploymentPatch,
  target: PatchTarget | undefined,
  layers: readonly SettingsLayer[],
): OnePatch {
  return { patch: { target, from: { kind: 'inline', patch } }, layers };
}

/** Keys of an object that a patch writes anew: YAML in a text in a text, which is not read. */
function changedKeys(
  root: MapNode,
  object: 'ConfigMap' | 'Secret',
  name: string | undefined,
): readonly ValuesObjectFact[] {
  const maps = [mapAt(root, ['data']), mapAt(root, ['stringData'])];
  if (name === undefined) return [];
  return maps.flatMap((map) =>
    (map === undefined ? [] : effectiveEntries(map)).map(({ key }): ValuesObjectFact => ({
      kind: 'values-object',
      object,
      name,
      namespace: undefined,
      key: keyName(key),
      holds: { kind: 'unknown' },
      span: key.span,
    })),
  );
}

/** A target by labels alone is taken for one that matches: who lays values over a HelmRelease means it. */
function targetOf(item: YamlNode): PatchTarget | undefined {
  const target = mapAt(item, ['target']);
  if (target === undefined) return undefined;
  return { resource: stringAt(target, ['kind']), name: stringAt(target, ['name']) };
}
