import type { ValuesSource } from '../facts/deployment.ts';
import type { CarrierName, LayerAddress, SettingsLayer } from '../facts/settings.ts';
import { parseEmbedded } from '../yaml/embedded.ts';
import { nodeAt, resolve } from '../yaml/navigate.ts';
import type { MapNode, YamlDocument } from '../yaml/node.ts';
import { valuesLayers } from './helm-values.ts';

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

/**
 * The Helm values for Cilium at a path: a map, or YAML in a scalar, whose first document is read. A scalar that holds
 * several, or a value that only another tool knows, may say anything.
 */
export function valuesAt(
  { text, document, carrier }: OwnPlace,
  path: LayerAddress['path'],
  isForCilium = true,
): OwnValues {
  const node = nodeAt(document.root, path);
  if (node === 'absent') return noValues;
  const unknown: OwnValues = {
    layers: [],
    sources: [{ kind: 'unknown', span: typeof node === 'string' ? document.span : node.span }],
  };
  const value = node === 'unknown' ? undefined : resolve(node);
  const found = value?.kind === 'scalar' ? onlyDocument(text, value) : value;
  if (found === 'nothing') return noValues;
  if (found === undefined || found === 'unknown' || found.kind !== 'map') return unknown;
  const address = { document: document.index, path };
  return {
    layers: valuesLayers(found, { carrier, address }, isForCilium),
    sources: [{ kind: 'own-layer', address }],
  };
}

function onlyDocument(
  text: string,
  scalar: Parameters<typeof parseEmbedded>[1],
): MapNode | 'nothing' | 'unknown' {
  const [document, ...others] = parseEmbedded(text, scalar).documents;
  if (document === undefined || document.problems.length > 0 || others.length > 0) return 'unknown';
  const root = resolve(document.root);
  if (root === undefined || (root.kind === 'scalar' && isEmpty(root.value))) return 'nothing';
  return root.kind === 'map' ? root : 'unknown';
}

function isEmpty(value: { readonly kind: string; readonly value?: unknown }): boolean {
  return value.kind === 'known' && value.value === null;
}
