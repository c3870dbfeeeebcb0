import type { Location, Scalar } from '../facts/location.ts';
import type { KeyPath, Setting, SettingsDialect, SettingsLayer } from '../facts/settings.ts';
import { idOf, placesById } from '../knowledge/chart-paths.ts';
import { hearTheSame } from '../knowledge/nodes.ts';

/** A layer of settings and the file it stands in. */
export interface PlacedLayer {
  readonly uri: string;
  readonly layer: SettingsLayer;
  /** The values that a vendored chart ships: they count, but they are no place for a finding or a fix. */
  readonly isChartDefaults?: true;
}

/** The setting that decides an effective value. */
export interface Origin {
  readonly placed: PlacedLayer;
  readonly setting: Setting;
}

/**
 * What the layers of a release say at a key once merged as Helm merges them.
 *
 * - `known`: a scalar; `null` means that a layer deletes the chart's default.
 * - `structure`: a map or a list stands where a scalar was asked for.
 * - `unknown`: a template, a substitution or an encrypted value decides, or not all nodes hear the same. With `onSomeNodes`
 *   some nodes hear these values, and for the others it is as if no layer spoke of it.
 * - `absent`: no layer speaks of it: the chart's own default holds.
 */
export type Effective =
  | { readonly kind: 'known'; readonly value: Scalar; readonly origin: Origin }
  | { readonly kind: 'structure'; readonly origin: Origin }
  | { readonly kind: 'unknown'; readonly origin?: Origin; readonly onSomeNodes?: readonly Scalar[] }
  | { readonly kind: 'absent' };

/** The effective value at `path` of layers in Helm's order, lowest first. Layers of another dialect say nothing. */
export function effectiveValue(
  layers: readonly PlacedLayer[],
  path: KeyPath,
  dialect: SettingsDialect = 'helm',
): Effective {
  let ofSomeNodes: OfSomeNodes | undefined;
  for (let i = layers.length - 1; i >= 0; i--) {
    const placed = layers[i];
    if (placed?.layer.dialect !== dialect) continue;
    const found = valueInLayer(placed, path);
    if (found.kind === 'absent') continue;
    if (found.kind !== 'unknown' || found.onSomeNodes === undefined) {
      return onAllNodes(found.kind === 'masked' ? { kind: 'absent' } : found, ofSomeNodes);
    }
    ofSomeNodes = {
      ...found,
      ...ofSomeNodes,
      onSomeNodes: [...found.onSomeNodes, ...(ofSomeNodes?.onSomeNodes ?? [])],
    };
  }
  return onAllNodes({ kind: 'absent' }, ofSomeNodes);
}

type OfSomeNodes = Extract<Effective, { readonly kind: 'unknown' }> & {
  readonly onSomeNodes: readonly Scalar[];
};

/** What can be said of the cluster: what some nodes are told counts only where it is what the others hear. */
function onAllNodes(others: Effective, some: OfSomeNodes | undefined): Effective {
  if (some === undefined) return others;
  if (others.kind === 'absent') return some;
  return others.kind === 'known' && hearTheSame(some.onSomeNodes, others.value)
    ? others
    : { kind: 'unknown', ...(some.origin && { origin: some.origin }) };
}

/** `masked`: a scalar or list stands where a parent map would be, so lower layers do not come through. */
function valueInLayer(placed: PlacedLayer, path: KeyPath): Effective | { readonly kind: 'masked' } {
  for (let length = 1; length < path.length; length++) {
    const parent = settingAt(placed.layer, path.slice(0, length));
    if (parent === undefined) break;
    if (parent.value.kind === 'unknown') return { kind: 'unknown', origin: { placed, setting: parent } };
    if (parent.value.kind === 'known' && parent.value.value === null) {
      return { kind: 'known', value: null, origin: { placed, setting: parent } };
    }
    if (parent.value.kind !== 'map') return { kind: 'masked' };
  }
  const setting = settingAt(placed.layer, path);
  if (setting === undefined) return isOpenAt(placed.layer, path) ? { kind: 'unknown' } : { kind: 'absent' };
  const origin = { placed, setting };
  switch (setting.value.kind) {
    case 'known':
      return { kind: 'known', value: setting.value.value, origin };
    case 'unknown':
      return 'onSomeNodes' in setting.value
        ? { kind: 'unknown', origin, onSomeNodes: [setting.value.onSomeNodes] }
        : { kind: 'unknown', origin };
    case 'map':
    case 'list':
      return { kind: 'structure', origin };
  }
}

/** Whether a template could add this key without the file showing it. */
function isOpenAt(layer: SettingsLayer, path: KeyPath): boolean {
  if (layer.open) return true;
  for (let length = path.length - 1; length > 0; length--) {
    const parent = settingAt(layer, path.slice(0, length))?.value;
    if (parent?.kind === 'map' && parent.open) return true;
  }
  return false;
}

/** The setting of one layer at a path, if the layer has it. The last of duplicate keys wins, as in Helm. */
export function settingAt(layer: SettingsLayer, path: KeyPath): Setting | undefined {
  const place = placesById(layer.settings).get(idOf(path));
  return place === undefined ? undefined : layer.settings[place];
}

/** Where a setting's key stands. */
export function keyLocation(origin: Origin): Location {
  return { uri: origin.placed.uri, span: origin.setting.keySpan };
}
