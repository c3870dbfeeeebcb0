import type { CarrierName, KeyPath, LayerAddress, Setting, SettingsLayer } from '../facts/settings.ts';
import { looksLikeCiliumValues } from '../knowledge/recognition.ts';
import type { Span } from '../yaml/node.ts';
import type { FlatSettings } from './flatten.ts';

/** Values that stand somewhere in a file, and whose they are. */
export interface PlacedValues extends FlatSettings {
  readonly carrier: CarrierName;
  /** Where the values stand. */
  readonly address: LayerAddress;
  readonly span: Span;
  /** Whether the file says that they are Cilium's; without, only their keys can tell. */
  readonly isForCilium: boolean;
}

/**
 * The layers of values for Cilium among the values of a deployment: all of them, and those below a key under which a chart
 * may hand them on to a dependency. Layers below a key come first.
 */
export function ciliumLayers(values: PlacedValues): readonly SettingsLayer[] {
  const { settings, open, span, isForCilium } = values;
  const below = settings.flatMap(({ path, value, valueSpan }) => {
    const [key = ''] = path;
    if (path.length > 1 || value.kind !== 'map') return [];
    const members = settings
      .filter((member) => member.path.length > 1 && member.path[0] === key)
      .map((member) => ({ ...member, path: member.path.slice(1) }));
    return key === 'cilium' || looksLikeCilium(members)
      ? [layer(values, [key], members, value.open || open, valueSpan)]
      : [];
  });
  return isForCilium || looksLikeCilium(settings)
    ? [...below, layer(values, [], settings, open, span)]
    : below;
}

/** Whether a template may hide values of a dependency on Cilium as a whole. */
export function mayHideCilium({ settings, open, isForCilium }: PlacedValues): boolean {
  const isHidden = ({ path, value }: Setting): boolean =>
    path.length === 1 && path[0] === 'cilium' && value.kind === 'unknown';
  return !isForCilium && (open || settings.some(isHidden));
}

function looksLikeCilium(settings: readonly Setting[]): boolean {
  return looksLikeCiliumValues(settings.map(({ path }) => path));
}

function layer(
  { carrier, address }: PlacedValues,
  below: KeyPath,
  settings: readonly Setting[],
  open: boolean,
  span: Span,
): SettingsLayer {
  return {
    kind: 'settings',
    carrier,
    dialect: 'helm',
    chart: { name: 'cilium' },
    address: { document: address.document, path: [...address.path, ...below] },
    span,
    settings,
    open,
  };
}
