import type { MeshReleaseFact, MeshValuesSource } from '../../facts/mesh-install.ts';
import { entryAt, itemsAt, knownText, nodeAt, resolve, scalarOf } from '../../yaml/navigate.ts';
import type { MapNode, YamlDocument, YamlNode } from '../../yaml/node.ts';
import { releasesIn, type HelmfileRelease } from '../helmfile/releases.ts';
import { setListOf } from '../helmfile/set.ts';
import { readSetList, settingsIn } from '../set-list/read.ts';
import { inlineSwitches, meshRelease, switchesAt } from './release.ts';

/** The releases of meshes' charts in a helmfile. */
export function releasesOfHelmfile(document: YamlDocument, text: string): readonly MeshReleaseFact[] {
  const root = resolve(document.root);
  if (root?.kind !== 'map' || entryAt(root, 'apiVersion') !== undefined) return [];
  const urls = new Map(
    itemsAt(root, ['repositories']).map((one) => [textAt(one, 'name'), textAt(one, 'url')]),
  );
  return releasesIn(root).flatMap((release) => {
    const said = (key: string): string | undefined => textAt(release.decides(key), key);
    const chart = said('chart');
    const isOff = scalarOf(nodeAt(release.decides('installed'), ['installed'])) === false;
    if (chart === undefined || isOff) return [];
    const name = textAt(release.map, 'name') ?? chart;
    return meshRelease({
      via: `helmfile release ${name}`,
      chart,
      evidence: [urls.get(chart.split('/')[0])],
      name,
      namespace: said('namespace'),
      version: said('version'),
      values: [release, ...release.templates].flatMap((holder) => valuesOf(holder.map, text)),
      span: release.map.span,
    });
  });
}

function valuesOf(holder: HelmfileRelease['map'], text: string): readonly MeshValuesSource[] {
  const values = itemsAt(holder, ['values']).flatMap((item, index): readonly MeshValuesSource[] => {
    const path = knownText(item);
    return path === undefined
      ? switchesAt(text, holder, ['values', String(index)])
      : [{ kind: 'file', path, base: 'file' }];
  });
  return [...values, ...setValues(holder, 'set', text), ...setValues(holder, 'setString', text)];
}

function setValues(holder: MapNode, key: 'set' | 'setString', text: string): readonly MeshValuesSource[] {
  const found = nodeAt(holder, [key]);
  const list = typeof found === 'string' ? undefined : resolve(found);
  if (list?.kind !== 'sequence') return [];
  const { items } = readSetList(list, setListOf(key === 'set' ? 'set' : 'set-string'));
  return inlineSwitches(settingsIn(text, items, []));
}

function textAt(node: YamlNode | undefined, key: string): string | undefined {
  return knownText(nodeAt(node, [key]));
}
