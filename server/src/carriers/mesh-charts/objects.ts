import type { MeshReleaseFact, MeshValuesSource } from '../../facts/mesh-install.ts';
import { itemsAt, knownText, nodeAt, resolve, stringAt } from '../../yaml/navigate.ts';
import type { KeyPath, MapNode, YamlDocument, YamlNode } from '../../yaml/node.ts';
import { setLayerOf } from '../k3s/set-map.ts';
import { inlineSwitches, meshRelease, switchesAt } from './release.ts';

/** Where a kind of object keeps what it says of a chart. Paths count from the object, or from each item of its list. */
interface ChartForm {
  readonly group: string;
  readonly kind: RegExp;
  /** The list of charts, where there may be several. */
  readonly lists: readonly KeyPath[];
  readonly chart: KeyPath;
  readonly repository: readonly KeyPath[];
  readonly release: readonly KeyPath[];
  readonly namespace: KeyPath;
  readonly version: KeyPath;
  readonly values: readonly KeyPath[];
}

const forms: readonly ChartForm[] = [
  {
    group: 'helm.cattle.io',
    kind: /^HelmChart$/,
    lists: [],
    chart: ['spec', 'chart'],
    repository: [['spec', 'repo']],
    release: [['metadata', 'name']],
    namespace: ['spec', 'targetNamespace'],
    version: ['spec', 'version'],
    values: [
      ['spec', 'valuesContent'],
      ['spec', 'values'],
    ],
  },
  {
    group: 'addons.cluster.x-k8s.io',
    kind: /^(?:HelmChartProxy|HelmReleaseProxy)$/,
    lists: [],
    chart: ['spec', 'chartName'],
    repository: [['spec', 'repoURL']],
    release: [
      ['spec', 'releaseName'],
      ['metadata', 'name'],
    ],
    namespace: ['spec', 'namespace'],
    version: ['spec', 'version'],
    values: [
      ['spec', 'valuesTemplate'],
      ['spec', 'values'],
    ],
  },
  {
    group: 'config.projectsveltos.io',
    kind: /^(?:Cluster)?Profile$/,
    lists: [['spec', 'helmCharts']],
    chart: ['chartName'],
    repository: [['repositoryURL'], ['repositoryName']],
    release: [['releaseName']],
    namespace: ['releaseNamespace'],
    version: ['chartVersion'],
    values: [['values']],
  },
  {
    group: 'helm.k0sproject.io',
    kind: /^Chart$/,
    lists: [],
    chart: ['spec', 'chartName'],
    repository: [],
    release: [['spec', 'releaseName']],
    namespace: ['spec', 'namespace'],
    version: ['spec', 'version'],
    values: [['spec', 'values']],
  },
  {
    group: 'k0s.k0sproject.io',
    kind: /^(?:ClusterConfig|Cluster)$/,
    lists: [
      ['spec', 'extensions', 'helm', 'charts'],
      ['spec', 'k0s', 'config', 'spec', 'extensions', 'helm', 'charts'],
    ],
    chart: ['chartname'],
    repository: [],
    release: [['name']],
    namespace: ['namespace'],
    version: ['version'],
    values: [['values']],
  },
  {
    group: 'k0sctl.k0sproject.io',
    kind: /^Cluster$/,
    lists: [['spec', 'k0s', 'config', 'spec', 'extensions', 'helm', 'charts']],
    chart: ['chartname'],
    repository: [],
    release: [['name']],
    namespace: ['namespace'],
    version: ['version'],
    values: [['values']],
  },
];

/** The releases of charts that an object asks a controller of its own for: k3s, Cluster API, Sveltos, k0s. */
export function releasesOfObject(document: YamlDocument, text: string): readonly MeshReleaseFact[] {
  const root = resolve(document.root);
  if (root?.kind !== 'map') return [];
  const group = stringAt(root, ['apiVersion'])?.split('/')[0];
  const kind = stringAt(root, ['kind']) ?? '';
  return forms
    .filter((form) => form.group === group && form.kind.test(kind))
    .flatMap((form) => {
      const items: readonly YamlNode[] =
        form.lists.length === 0 ? [root] : form.lists.flatMap((list) => itemsAt(root, list));
      return items.flatMap((item) => releaseIn(item, form, root, text));
    });
}

function releaseIn(item: YamlNode, form: ChartForm, root: MapNode, text: string): readonly MeshReleaseFact[] {
  const chart = textAt(item, form.chart);
  if (chart === undefined || textAt(item, ['helmChartAction']) === 'Uninstall') return [];
  const kind = stringAt(root, ['kind']) ?? '';
  const name = firstText(item, form.release) ?? chart;
  const set = kind === 'HelmChart' ? setLayerOf(root, 0).layers.flatMap((layer) => layer.settings) : [];
  const values: readonly MeshValuesSource[] = [
    ...form.values.flatMap((path) => switchesAt(text, item, path)),
    ...inlineSwitches(set),
  ];
  return meshRelease({
    via: `${kind} ${textAt(root, ['metadata', 'name']) ?? name}`,
    chart,
    evidence: form.repository.map((path) => textAt(item, path)),
    name,
    namespace: textAt(item, form.namespace),
    version: textAt(item, form.version),
    values,
    isObject: true,
    span: item.span,
  });
}

function firstText(node: YamlNode, paths: readonly KeyPath[]): string | undefined {
  return paths.map((path) => textAt(node, path)).find((text) => text !== undefined);
}

function textAt(node: YamlNode, path: KeyPath): string | undefined {
  return knownText(nodeAt(node, path));
}
