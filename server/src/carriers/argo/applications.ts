import { itemsAt, knownText, mapAt, nodeAt, stringAt } from '../../yaml/navigate.ts';
import type { KeyPath, MapNode, YamlDocument, YamlNode } from '../../yaml/node.ts';

/** What an Application says, or what an ApplicationSet makes each of its Applications say. */
export interface Application {
  readonly kind: 'Application' | 'ApplicationSet';
  readonly name: string | undefined;
  readonly document: YamlDocument;
  /** The keys from the document's root to the spec of the Application. */
  readonly path: KeyPath;
  readonly spec: MapNode;
  /** A patch may give some of the Applications other values. */
  readonly isPatched: boolean;
}

/** The Applications and ApplicationSets of a document, those in a `List` included. */
export function applicationsIn(document: YamlDocument): readonly Application[] {
  const { root } = document;
  if (root === undefined) return [];
  if (stringAt(root, ['kind'])?.endsWith('List') !== true) return applicationAt(root, document, []);
  return itemsAt(root, ['items']).flatMap((item, at) => applicationAt(item, document, ['items', String(at)]));
}

function applicationAt(root: YamlNode, document: YamlDocument, path: KeyPath): readonly Application[] {
  const kind = stringAt(root, ['kind']);
  const isArgo = stringAt(root, ['apiVersion'])?.startsWith('argoproj.io/') === true;
  if (!isArgo || (kind !== 'Application' && kind !== 'ApplicationSet')) return [];
  const below = kind === 'Application' ? ['spec'] : ['spec', 'template', 'spec'];
  const spec = mapAt(root, below);
  if (spec === undefined) return [];
  const name = knownText(nodeAt(root, ['metadata', 'name']));
  const isPatched = kind === 'ApplicationSet' && patchesSources(nodeAt(root, ['spec', 'templatePatch']));
  return [{ kind, name, document, path: [...path, ...below], spec, isPatched }];
}

/** A patch is a template: only one that names no source, and writes no whole map, leaves the sources alone. */
function patchesSources(patch: ReturnType<typeof nodeAt>): boolean {
  if (patch === 'absent') return false;
  return patch === 'unknown' || patch.kind !== 'scalar' || /source|toYaml|toJson|include/.test(patch.text);
}
