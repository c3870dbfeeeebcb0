import type { ValuesSource } from '../../facts/deployment.ts';
import type { Fact } from '../../facts/fact.ts';
import type { LayerAddress, SettingsLayer } from '../../facts/settings.ts';
import { nodeAt, resolve, scalarOf, stringAt, stringsAt } from '../../yaml/navigate.ts';
import type { YamlNode } from '../../yaml/node.ts';
import { valuesLayers } from '../helm-values.ts';
import { namedAt } from '../named.ts';

/** The names of the fields, which the old `helmChartInflationGenerator` had its own of. */
export interface FieldNames {
  readonly name: string;
  readonly repo: string;
  readonly version: string;
  readonly namespace: string;
  readonly valuesFile: string;
  readonly valuesInline: string;
}

/** In an entry of `helmCharts` (https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/helmcharts/). */
export const fieldNames: FieldNames = {
  name: 'name',
  repo: 'repo',
  version: 'version',
  namespace: 'namespace',
  valuesFile: 'valuesFile',
  valuesInline: 'valuesInline',
};

/** In an entry of `helmChartInflationGenerator`, which came before `helmCharts`. */
export const oldFieldNames: FieldNames = {
  name: 'chartName',
  repo: 'chartRepoUrl',
  version: 'chartVersion',
  namespace: 'releaseNamespace',
  valuesFile: 'values',
  valuesInline: 'valuesLocal',
};

/** An entry of `helmCharts`, and where it stands. */
export interface HelmChartEntry {
  readonly node: YamlNode;
  readonly address: LayerAddress;
  readonly fields: FieldNames;
  /** Where charts without a repository lie. */
  readonly chartHome: string;
}

/** What a chart that kustomize renders is installed with; nothing for charts of other names that come from afar. */
export function helmChartFacts({ node, address, fields, chartHome }: HelmChartEntry): readonly Fact[] {
  const name = namedAt(node, [fields.name]);
  if (name === undefined) return [];
  const repo = stringAt(node, [fields.repo]);
  const isRemote = repo !== undefined;
  const isForCilium = name.kind === 'text' && name.text === 'cilium';
  if (isRemote && !isForCilium) return [];
  const inline = inlineValues(node, address, fields, isForCilium);
  return [
    ...inline.layers,
    {
      kind: 'deployment',
      title: `helmCharts ${name.kind === 'text' ? name.text : ''}`.trim(),
      chart: name.kind === 'text' && !isRemote ? { ...name, text: `${chartHome}/${name.text}` } : name,
      chartIn: isRemote ? 'registry' : 'file',
      chartSource: undefined,
      version: namedAt(node, [fields.version]),
      namespace: stringAt(node, [fields.namespace]),
      values: inOrder(node, fields, inline.sources),
      destination: undefined,
      deploys: true,
      span: node.span,
    },
  ];
}

/** The values files of an entry, as written. */
export function valuesFilesOf(node: YamlNode, fields: FieldNames): readonly string[] {
  const file = stringAt(node, [fields.valuesFile]);
  return [...(file === undefined ? [] : [file]), ...stringsAt(node, ['additionalValuesFiles'])];
}

/**
 * kustomize makes one file of `valuesFile` and the inline values, by `valuesMerge`: the inline ones override (the
 * default), the file's override (`merge`), or there is no file (`replace`). Additional files go on top
 * (https://kubectl.docs.kubernetes.io/references/kustomize/builtins/#field-name-helmcharts). Without a `valuesFile` the
 * chart's own takes its place, so that `merge` leaves nothing of the inline values but what the chart does not know.
 */
function inOrder(
  node: YamlNode,
  fields: FieldNames,
  inline: readonly ValuesSource[],
): readonly ValuesSource[] {
  const mode = nodeAt(node, ['valuesMerge']) === 'absent' ? 'override' : stringAt(node, ['valuesMerge']);
  const file = fileSource(node, fields.valuesFile);
  const additional = stringsAt(node, ['additionalValuesFiles']).map((path) => fileAt(path, node));
  const unknown: readonly ValuesSource[] = [{ kind: 'unknown', span: node.span }];
  const merged = (): readonly ValuesSource[] => {
    if (inline.length === 0) return file;
    if (mode === 'override') return [...file, ...inline];
    if (mode === 'replace') return inline;
    return mode === 'merge' && file.length > 0 ? [...inline, ...file] : unknown;
  };
  return [...merged(), ...additional];
}

function fileSource(node: YamlNode, field: string): readonly ValuesSource[] {
  const path = namedAt(node, [field]);
  if (path === undefined) return [];
  return [path.kind === 'text' ? fileAt(path.text, node) : { kind: 'unknown', span: path.span }];
}

/** A file at an address of the network cannot be read. */
function fileAt(path: string, { span }: YamlNode): ValuesSource {
  return path.includes('://') ? { kind: 'unknown', span } : { kind: 'file', path, base: 'file', span };
}

interface InlineValues {
  readonly layers: readonly SettingsLayer[];
  readonly sources: readonly ValuesSource[];
}

function inlineValues(
  node: YamlNode,
  { document, path }: LayerAddress,
  { valuesInline }: FieldNames,
  isForCilium: boolean,
): InlineValues {
  const found = nodeAt(node, [valuesInline]);
  if (found === 'absent') return { layers: [], sources: [] };
  const values = found === 'unknown' ? undefined : resolve(found);
  if (values?.kind === 'scalar' && scalarOf(values) === null) return { layers: [], sources: [] };
  if (values?.kind !== 'map') return { layers: [], sources: [{ kind: 'unknown', span: node.span }] };
  const address = { document, path: [...path, valuesInline] };
  return {
    layers: valuesLayers(values, { carrier: 'kustomize-helm-chart', address }, isForCilium),
    sources: [{ kind: 'own-layer', address }],
  };
}
