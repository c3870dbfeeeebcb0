import { itemsAt, knownText, lookUp, mapAt, nodeAt } from '../../yaml/navigate.ts';
import type { KeyPath, MapNode, YamlNode } from '../../yaml/node.ts';

/** A release of a helmfile, and the templates that it inherits from. */
export interface HelmfileRelease {
  /** The keys from the document's root to the release. */
  readonly path: KeyPath;
  readonly map: MapNode;
  /** The templates of this file that it inherits from, each with its path. */
  readonly templates: readonly { readonly path: KeyPath; readonly map: MapNode }[];
  /** Whether it inherits from a template that another file has. */
  readonly inheritsUnseen: boolean;
  /** The map that says a key: the release itself, or the first template that does. */
  readonly decides: (key: string) => MapNode;
}

/** The releases of a helmfile. What YAML merges into them (`<<`) is part of them. */
export function releasesIn(root: MapNode): readonly HelmfileRelease[] {
  return itemsAt(root, ['releases']).flatMap((map, index) =>
    map.kind === 'map' ? [releaseAt(root, map, ['releases', String(index)])] : [],
  );
}

function releaseAt(root: MapNode, map: MapNode, path: KeyPath): HelmfileRelease {
  const names = templateNames(root, map);
  const templates = names.flatMap((name) => {
    const at = ['templates', name ?? ''];
    const template = mapAt(root, at);
    return template === undefined ? [] : [{ path: at, map: template }];
  });
  const decides = (key: string): MapNode =>
    [map, ...templates.map((template) => template.map)].find((one) => lookUp(one, key) !== 'absent') ?? map;
  return { path, map, templates, inheritsUnseen: templates.length < names.length, decides };
}

/** `inherit: [{template: name}]`, or the file's `defaultInherit`; a name that a template writes is absent. */
function templateNames(root: MapNode, release: MapNode): readonly (string | undefined)[] {
  const own = itemsAt(release, ['inherit']).map((item) => templateName(nodeAt(item, ['template'])));
  if (own.length > 0 || lookUp(release, 'inherit') !== 'absent') return own;
  const shared = lookUp(root, 'defaultInherit');
  if (shared === 'absent') return [];
  const list = itemsAt(root, ['defaultInherit']);
  return list.length > 0
    ? list.map((item) => (item.kind === 'map' ? templateName(nodeAt(item, ['template'])) : knownText(item)))
    : [templateName(nodeAt(root, ['defaultInherit']))];
}

function templateName(node: YamlNode | 'absent' | 'unknown'): string | undefined {
  return knownText(node);
}
