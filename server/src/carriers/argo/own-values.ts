import type { ValuesSource } from '../../facts/deployment.ts';
import type { LayerAddress, SettingsLayer } from '../../facts/settings.ts';
import { parseEmbedded } from '../../yaml/embedded.ts';
import { nodeAt, resolve } from '../../yaml/navigate.ts';
import type { MapNode, ScalarNode, Span } from '../../yaml/node.ts';
import { flattenSettings } from '../flatten.ts';
import { readSetList, settingsIn } from '../set-list/read.ts';
import { ciliumLayers, mayHideCilium, type OwnValues } from '../values-layers.ts';
import { parameterList } from './parameters.ts';
import { unknownAt } from './value-files.ts';

/** Values that stand in the Application itself: the layers, and where they come in its order. */
export interface ApplicationValues {
  readonly layers: readonly SettingsLayer[];
  readonly sources: readonly ValuesSource[];
}

const nothing: ApplicationValues = { layers: [], sources: [] };

/** Where the `helm` map of a source stands, and whether that is Cilium's chart. */
export interface HelmPlace {
  readonly text: string;
  readonly helm: MapNode;
  /** The address of the `helm` map. */
  readonly address: LayerAddress;
  readonly isForCilium: boolean;
}

/**
 * `values` or `valuesObject`, then `parameters`. Where there is a `valuesObject`, Argo CD does not look at `values`
 * (`ValuesYAML` in https://github.com/argoproj/argo-cd/blob/master/pkg/apis/application/v1alpha1/values.go).
 */
export function ownValuesOf(place: HelmPlace): ApplicationValues {
  const object = objectValues(place);
  const parts = [object ?? textValues(place), parameterValues(place), fileParameters(place)];
  return {
    layers: parts.flatMap(({ layers }) => layers),
    sources: parts.flatMap(({ sources }) => sources),
  };
}

/** Absent where there is no `valuesObject`. */
function objectValues(place: HelmPlace): ApplicationValues | undefined {
  const found = nodeAt(place.helm, ['valuesObject']);
  if (typeof found === 'string') return undefined;
  const node = resolve(found);
  if (node?.kind === 'map')
    return valuesAt(place, 'valuesObject', { ...flattenSettings(node), span: node.span });
  if (node?.kind === 'scalar' && node.value.kind === 'known' && node.value.value === null) return undefined;
  return unknownValues(found.span);
}

/** The YAML in the string `values`. */
function textValues(place: HelmPlace): ApplicationValues {
  const found = nodeAt(place.helm, ['values']);
  const node = typeof found === 'string' ? undefined : resolve(found);
  if (node?.kind !== 'scalar') return node === undefined ? nothing : unknownValues(node.span);
  const documents = parseEmbedded(place.text, node).documents.filter(({ root }) => root !== undefined);
  const [document] = documents;
  const root = resolve(document?.root);
  if (document === undefined) return node.value.kind === 'unknown' ? unknownValues(node.span) : nothing;
  if (documents.length > 1 || document.problems.length > 0) return unknownValues(node.span);
  if (root?.kind === 'map') return valuesAt(place, 'values', { ...flattenSettings(root), span: root.span });
  return isEmpty(root) ? nothing : unknownValues(node.span);
}

function isEmpty(root: ReturnType<typeof resolve>): root is ScalarNode {
  return root?.kind === 'scalar' && root.value.kind === 'known' && root.value.value === null;
}

function parameterValues(place: HelmPlace): ApplicationValues {
  const found = nodeAt(place.helm, ['parameters']);
  const node = typeof found === 'string' ? undefined : resolve(found);
  if (node?.kind !== 'sequence') return node?.kind === 'map' ? unknownValues(node.span) : nothing;
  const { items, open } = readSetList(node, parameterList);
  if (items.length === 0) return open ? unknownValues(node.span) : nothing;
  return valuesAt(place, 'parameters', {
    settings: settingsIn(place.text, items, []),
    open,
    span: node.span,
  });
}

/** Their values stand in files of the chart. */
function fileParameters({ helm }: HelmPlace): ApplicationValues {
  const found = nodeAt(helm, ['fileParameters']);
  const node = typeof found === 'string' ? undefined : resolve(found);
  return node?.kind === 'sequence' && node.items.length > 0 ? unknownValues(node.span) : nothing;
}

function valuesAt(
  { address, isForCilium }: HelmPlace,
  key: string,
  flat: Pick<OwnValues, 'settings' | 'open' | 'span'>,
): ApplicationValues {
  const own = { document: address.document, path: [...address.path, key] };
  const values: OwnValues = { ...flat, carrier: 'argo-application', address: own, isForCilium };
  return {
    layers: ciliumLayers(values),
    sources: [...(mayHideCilium(values) ? [unknownAt(flat.span)] : []), { kind: 'own-layer', address: own }],
  };
}

function unknownValues(span: Span): ApplicationValues {
  return { layers: [], sources: [unknownAt(span)] };
}
