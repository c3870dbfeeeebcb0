import type { CarrierName, LayerAddress, SettingsLayer } from '../facts/settings.ts';
import { distinctiveTexts, looksLikeCiliumValues } from '../knowledge/recognition.ts';
import { effectiveEntries, keyName, resolve } from '../yaml/navigate.ts';
import type { MapNode } from '../yaml/node.ts';
import { flattenSettings } from './flatten.ts';

/** Where a map of Helm values stands, and in which form. */
export interface ValuesPlace {
  readonly carrier: CarrierName;
  readonly address: LayerAddress;
}

/**
 * The layers that a map of Helm values holds: its own settings, and those below each key under which a chart may hand them
 * on to a dependency.
 *
 * @param isForCilium whether the file says that the values are Cilium's; without, only their keys can tell
 */
export function valuesLayers(
  map: MapNode,
  { carrier, address }: ValuesPlace,
  isForCilium: boolean,
): readonly SettingsLayer[] {
  const layerOf = (at: MapNode, below: readonly string[], isCertain: boolean): readonly SettingsLayer[] => {
    const { settings, open } = flattenSettings(at);
    if (!isCertain && !looksLikeCiliumValues(settings.map(({ path }) => path))) return [];
    return [
      {
        kind: 'settings',
        carrier,
        dialect: 'helm',
        chart: { name: 'cilium' },
        address: { document: address.document, path: [...address.path, ...below] },
        span: at.span,
        settings,
        open,
      },
    ];
  };
  const handedOn = effectiveEntries(map).flatMap(({ key, value }) => {
    const below = resolve(value);
    return below?.kind === 'map' ? layerOf(below, [keyName(key)], false) : [];
  });
  return [...layerOf(map, [], isForCilium), ...handedOn];
}

/** Whether a text names Cilium, or a key that only its values have. Others need not be parsed for its sake. */
export function mayConcernCilium(text: string): boolean {
  return /cilium/i.test(text) || distinctiveTexts.some((key) => text.includes(key));
}
