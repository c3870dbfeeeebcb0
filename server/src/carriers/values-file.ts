import { editYaml } from '../edits/edit-yaml.ts';
import type { SettingsLayer } from '../facts/settings.ts';
import { distinctiveTexts, likenessToCiliumValues } from '../knowledge/recognition.ts';
import type { MapNode, YamlDocument } from '../yaml/node.ts';
import { effectiveEntries, entryAt, keyName, resolve } from '../yaml/navigate.ts';
import type { Carrier } from './carrier.ts';
import { flattenSettings, pathsBelow } from './flatten.ts';

/**
 * A Helm values file: settings at the root of each of its documents (Helm merges them, later ones win), or below the key
 * of a dependency in the values of a parent chart. Told by its content: any file name will do.
 */
export const valuesFileCarrier: Carrier = {
  name: 'values-file',
  kinds: ['yaml'],
  hints: distinctiveTexts,
  read: (file) => (mayHoldValues(file.text) ? file.yaml().documents.flatMap(layersOf) : []),
  write: (text, { document, path }, change) => editYaml(text, { document, base: path }, change),
};

/** Whether one of the texts begins a key, and some document is no manifest: others need not be parsed for their sake. */
function mayHoldValues(text: string): boolean {
  return distinctiveKey.test(text) && text.split(/^---/m).some((part) => !isManifestText(part));
}

const distinctiveKey = new RegExp(`(?:${distinctiveTexts.join('|')})["']?[ \\t]*:|^[ \\t-]*\\?[ \\t]`, 'm');

function isManifestText(part: string): boolean {
  return (/^apiVersion:/m.test(part) && /^kind:/m.test(part)) || !/^[^#\s]/m.test(part);
}

function layersOf(document: YamlDocument): readonly SettingsLayer[] {
  const root = resolve(document.root);
  if (root?.kind !== 'map' || isKubernetesObject(root)) return [];
  const below = effectiveEntries(root).flatMap(({ key, value }) => {
    const map = resolve(value);
    return map?.kind === 'map' ? layerAt(map, document.index, [keyName(key)]) : [];
  });
  return [...layerAt(root, document.index, []), ...below];
}

/** The settings of a map, if they may be Cilium's. */
function layerAt(map: MapNode, document: number, path: readonly string[]): readonly SettingsLayer[] {
  const likeness = likenessToCiliumValues(pathsBelow(map));
  if (likeness === 'none') return [];
  const { settings, open } = flattenSettings(map);
  return [
    {
      kind: 'settings',
      carrier: 'values-file',
      dialect: 'helm',
      chart: { name: 'cilium' },
      address: { document, path },
      span: map.span,
      settings,
      open,
      ...(likeness === 'weak' ? { isWeak: true } : {}),
    },
  ];
}

/** Values never carry both of these; a manifest always does. */
function isKubernetesObject(root: MapNode): boolean {
  return entryAt(root, 'apiVersion') !== undefined && entryAt(root, 'kind') !== undefined;
}
