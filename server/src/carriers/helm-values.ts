import type { CarrierName, LayerAddress, SettingsLayer } from '../facts/settings.ts';
import { distinctiveTexts } from '../knowledge/recognition.ts';
import type { MapNode } from '../yaml/node.ts';
import { flattenSettings } from './flatten.ts';
import { ciliumLayers } from './values-layers.ts';

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
  place: ValuesPlace,
  isForCilium: boolean,
): readonly SettingsLayer[] {
  return ciliumLayers({ ...flattenSettings(map), ...place, span: map.span, isForCilium });
}

/** Whether a text names Cilium, or a key that only its values have. Others need not be parsed for its sake. */
export function mayConcernCilium(text: string): boolean {
  return anyMark.test(text);
}

const anyMark = new RegExp(['[Cc]ilium', 'CILIUM', ...distinctiveTexts].join('|'));
