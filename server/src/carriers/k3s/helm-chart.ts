import type { Named, ValuesObjectFact, ValuesSource } from '../../facts/deployment.ts';
import type { Fact } from '../../facts/fact.ts';
import type { LayerAddress } from '../../facts/settings.ts';
import type { Change, EditResult } from '../../edits/edit.ts';
import type { SourceFile } from '../../source/file.ts';
import { nodeAt, resolve, stringAt } from '../../yaml/navigate.ts';
import type { MapNode, Span, YamlDocument } from '../../yaml/node.ts';
import type { Carrier } from '../carrier.ts';
import { namedAt } from '../named.ts';
import { isCiliumChart, remoteDeployment } from '../remote-chart.ts';
import { valuesAt, type OwnPlace, type OwnValues } from '../values-at.ts';
import { writeValues } from '../write-values.ts';
import { isSetMap, setLayerOf, writeSetMap } from './set-map.ts';

/**
 * The HelmChart that k3s and RKE2 install, and the HelmChartConfig that lies over the one of its name. Lowest first:
 * `valuesContent`, `values`, `valuesSecrets` of the chart, the same of its configuration, `set`
 * (https://docs.k3s.io/add-ons/helm, pkg/controllers/chart of https://github.com/k3s-io/helm-controller).
 */
export const k3sHelmChartCarrier: Carrier = {
  name: 'k3s-helm-chart',
  kinds: ['yaml'],
  hints: ['helm.cattle.io/', 'provisioning.cattle.io/'],
  read: (file) => file.yaml().documents.flatMap((document) => factsOf(document, file)),
  write: (text: string, address: LayerAddress, change: Change): EditResult =>
    isSetMap(address) ? writeSetMap(text, address, change) : writeValues(text, address, change),
};

/** RKE2 brings this HelmChart itself; a workspace only ever configures it (https://docs.rke2.io/networking/basic_network_options). */
const builtInChart = 'rke2-cilium';

function factsOf(document: YamlDocument, file: SourceFile): readonly Fact[] {
  const root = resolve(document.root);
  const name = stringAt(root, ['metadata', 'name']);
  if (root?.kind !== 'map' || name === undefined) return [];
  const object: ChartObject = {
    root,
    name,
    namespace: stringAt(root, ['metadata', 'namespace']),
    place: { text: file.text, document, carrier: 'k3s-helm-chart' },
  };
  const group = stringAt(root, ['apiVersion'])?.split('/')[0] ?? '';
  switch (`${group}/${stringAt(root, ['kind']) ?? ''}`) {
    case 'helm.cattle.io/HelmChart':
      return chartFacts(object);
    case 'helm.cattle.io/HelmChartConfig':
      return configFacts(object);
    case 'provisioning.cattle.io/Cluster':
      return clusterFacts(object);
    default:
      return [];
  }
}

/**
 * A cluster of RKE2 that Rancher makes: it configures the charts that RKE2 brings
 * (https://ranchermanager.docs.rancher.com/reference-guides/cluster-configuration/rancher-server-configuration/rke2-cluster-configuration).
 */
function clusterFacts({ root, name, place }: ChartObject): readonly Fact[] {
  const path = ['spec', 'rkeConfig', 'chartValues', builtInChart];
  if (nodeAt(root, path) === 'absent') return [];
  const { layers, sources } = valuesAt(place, path);
  const deployment = remoteDeployment({
    title: `Cluster ${name}`,
    object: { resource: 'Cluster', name },
    chart: textAt(root, builtInChart),
    version: undefined,
    namespace: 'kube-system',
    values: sources,
    span: root.span,
  });
  return [...layers, deployment];
}

interface ChartObject {
  readonly root: MapNode;
  readonly name: string;
  readonly namespace: string | undefined;
  readonly place: OwnPlace;
}

/** The fields that hold values, lowest first. */
const valuesFields = ['valuesContent', 'values', 'valuesSecrets'] as const;

function chartFacts({ root, name, namespace, place }: ChartObject): readonly Fact[] {
  const packed = nodeAt(root, ['spec', 'chartContent']) === 'absent' ? undefined : textAt(root, name);
  const chart = packed ?? namedAt(root, ['spec', 'chart']);
  if (!isCiliumChart(chart)) return [];
  const own = ownValues(root, place);
  const set = setLayerOf(root, place.document.index);
  const deployment = remoteDeployment({
    title: `HelmChart ${name}`,
    object: { resource: 'HelmChart', name },
    chart,
    version: namedAt(root, ['spec', 'version']),
    namespace,
    values: [...own.sources, ...valuesFields.map((key) => configured(key, name, root.span)), ...set.sources],
    span: root.span,
  });
  return [...own.layers, ...set.layers, deployment];
}

function configFacts({ root, name, namespace, place }: ChartObject): readonly Fact[] {
  const isForCilium = /cilium/i.test(name);
  const objects = valuesFields.flatMap((key): readonly Fact[] => {
    const { layers, sources } = fieldValues(key, root, place, isForCilium);
    const [source] = sources;
    if (source === undefined) return [];
    const holds = source.kind === 'own-layer' ? source : ({ kind: 'unknown' } as const);
    const object: ValuesObjectFact = {
      kind: 'values-object',
      object: 'HelmChartConfig',
      name,
      namespace,
      key,
      holds,
      span: root.span,
    };
    return [...layers, object];
  });
  if (name !== builtInChart) return objects;
  const deployment = remoteDeployment({
    title: `HelmChartConfig ${name}`,
    object: { resource: 'HelmChartConfig', name },
    chart: textAt(root, builtInChart),
    version: undefined,
    namespace,
    values: ownValues(root, place).sources,
    span: root.span,
  });
  return [...objects, deployment];
}

function ownValues(root: MapNode, place: OwnPlace): OwnValues {
  const fields = valuesFields.map((key) => fieldValues(key, root, place, true));
  return {
    layers: fields.flatMap(({ layers }) => layers),
    sources: fields.flatMap(({ sources }) => sources),
  };
}

/** Secrets are no place to look into. */
function fieldValues(
  key: (typeof valuesFields)[number],
  root: MapNode,
  place: OwnPlace,
  isForCilium: boolean,
): OwnValues {
  if (key !== 'valuesSecrets') return valuesAt(place, ['spec', key], isForCilium);
  const isThere = nodeAt(root, ['spec', key]) !== 'absent';
  return { layers: [], sources: isThere ? [{ kind: 'unknown', span: root.span }] : [] };
}

function configured(key: string, name: string, span: Span): ValuesSource {
  return {
    kind: 'object',
    object: 'HelmChartConfig',
    name,
    namespace: undefined,
    key,
    targetPath: undefined,
    isOptional: true,
    span,
  };
}

function textAt(root: MapNode, text: string): Named {
  return { kind: 'text', text, span: root.span };
}
