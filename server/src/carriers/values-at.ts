import type { ValuesSource } from '../facts/deployment.ts';
import type { CarrierName, LayerAddress, SettingsLayer } from '../facts/settings.ts';
import { parseEmbedded } from '../yaml/embedded.ts';
import { nodeAt, resolve } from '../yaml/navigate.ts';
import type { MapNode, Span, YamlDocument } from '../yaml/node.ts';
import { flattenSettings, type FlatSettings } from './flatten.ts';
import { ciliumLayers, mayHideCilium } from './values-layers.ts';

/** Values in one place of a deployment's own file: layers, and what the deployment merges for them. */
export interface OwnValues {
  readonly layers: readonly SettingsLayer[];
  readonly sources: readonly ValuesSource[];
}

/** Where a deployment keeps values for Cilium. */
export interface OwnPlace {
  /** The whole file. */
  readonly text: string;
  readonly document: YamlDocument;
  readonly carrier: CarrierName;
}

/** Nothing there, and nothing hidden. */
export const noValues: OwnValues = { layers: [], sources: [] };

/** Something that only another tool knows: it may say anything. */
export function unknownValues(span: Span): OwnValues {
  return { layers: [], sources: [{ kind: 'unknown', span }] };
}

/** Settings that stand at a path. What a template may hide of a dependency's values lies below them. */
export function ownValues(
  { document, carrier }: OwnPlace,
  path: LayerAddress['path'],
  flat: FlatSettings & { readonly span: Span },
  isForCilium: boolean,
): OwnValues {
  const address = { document: document.index, path };
  const values = { ...flat, carrier, address, isForCilium };
  const hidden = mayHideCilium(values) ? unknownValues(flat.span).sources : [];
  return { layers: ciliumLayers(values), sources: [...hidden, { kind: 'own-layer', address }] };
}

/**
 * The Helm values for Cilium at a path: a map, or YAML in a scalar, whose first document is read. A scalar that holds
 * several, or a value that only another tool knows, may say anything.
 */
export function valuesAt(place: OwnPlace, path: LayerAddress['path'], isForCilium = true): OwnValues {
  const { text, document } = place;
  const node = nodeAt(document.root, path);
  if (node === 'absent') return noValues;
  const value = node === 'unknown' ? undefined : resolve(node);
  const found = value?.kind === 'scalar' ? onlyDocument(text, value) : value;
  if (found === 'nothing') return noValues;
  if (found === undefined || found === 'unknown' || found.kind !== 'map') {
    return unknownValues(typeof node === 'string' ? document.span : node.span);
  }
  return ownValues(place, path, { ...flattenSettings(found), span: found.span }, isForCilium);
}

function onlyDocument(
  text: string,
  scalar: Parameters<typeof parseEmbedded>[1],
): MapNode | 'nothing' | 'unknown' {
  const [document, ...others] = parseEmbedded(text, scalar).documents;
  if (document === undefined || document.problems.length > 0 || others.length > 0) return 'unknown';
  const root = resolve(document.root);
  if (root === undefined) return scalar.value.kind === 'known' ? 'nothing' : 'unknown';
  if (root.kind === 'scalar' && isEmpty(root.value)) return 'nothing';
  return root.kind === 'map' ? root : 'unknown';
}

function isEmpty(value: { readonly kind: string; readonly value?: unknown }): boolean {
  return value.kind === 'known' && value.value === null;
}
