import type { Change, EditResult } from '../../edits/edit.ts';
import type { DeploymentFact } from '../../facts/deployment.ts';
import type { Fact } from '../../facts/fact.ts';
import type { LayerAddress } from '../../facts/settings.ts';
import { entryAt, itemsAt, knownText, mapAt, nodeAt, resolve, scalarOf } from '../../yaml/navigate.ts';
import type { MapNode, YamlDocument, YamlNode } from '../../yaml/node.ts';
import type { Carrier } from '../carrier.ts';
import { namedAt } from '../named.ts';
import { writeSetList } from '../set-list/write.ts';
import { writeValues } from '../write-values.ts';
import { releaseValues } from './release-values.ts';
import { releasesIn, type HelmfileRelease } from './releases.ts';
import { setListOf } from './set.ts';

/**
 * Releases of a helmfile, told by its content. Lowest first: `values` in their order, `secrets`, `set`, `setString`.
 * (https://helmfile.readthedocs.io/en/latest/)
 */
export const helmfileCarrier: Carrier = {
  name: 'helmfile',
  kinds: ['yaml'],
  hints: ['releases:'],
  read: (file) =>
    file.yaml().documents.flatMap((document) => {
      const root = resolve(document.root);
      return root?.kind === 'map' ? factsOf(root, document, file.text) : [];
    }),
  write: writeRelease,
};

function factsOf(root: MapNode, document: YamlDocument, text: string): readonly Fact[] {
  if (entryAt(root, 'kind') !== undefined && entryAt(root, 'apiVersion') !== undefined) return [];
  const repositories = new Set(itemsAt(root, ['repositories']).flatMap((one) => textAt(one, 'name') ?? []));
  return releasesIn(root).flatMap((release) => {
    const chart = namedAt(release.decides('chart'), ['chart']);
    if (chart?.kind !== 'text') return [];
    const chartIn = repositories.has(chart.text.split('/')[0] ?? '') ? 'registry' : undefined;
    const isForCilium = namesCilium(chart.text);
    if (!isForCilium && (chartIn === 'registry' || chart.text.includes('://'))) return [];
    const values = releaseValues(release, { text, document, carrier: 'helmfile', isForCilium });
    return [...values.layers, deploymentOf(root, release, { chart, chartIn, values: values.sources })];
  });
}

/** By name; what a folder holds may be any chart. */
function namesCilium(chart: string): boolean {
  return /(?:^|\/)cilium(?:-v?\d[^/]*\.tgz)?\/?(?:$|[:@])/.test(chart);
}

function deploymentOf(
  root: MapNode,
  release: HelmfileRelease,
  {
    chart,
    chartIn,
    values,
  }: Pick<DeploymentFact, 'chart' | 'values'> & { readonly chartIn: 'registry' | undefined },
): DeploymentFact {
  const said = (key: string): string | undefined => textAt(release.decides(key), key);
  return {
    kind: 'deployment',
    title: `helmfile release ${textAt(release.map, 'name') ?? ''}`.trim(),
    chart,
    ...(chartIn === undefined ? {} : { chartIn }),
    chartSource: undefined,
    version: namedAt(release.decides('version'), ['version']),
    namespace: said('namespace'),
    values,
    destination: said('kubeContext') ?? textAt(mapAt(root, ['helmDefaults']), 'kubeContext'),
    deploys: scalarOf(nodeAt(release.decides('installed'), ['installed'])) !== false,
    span: release.map.span,
  };
}

function textAt(node: YamlNode | undefined, key: string): string | undefined {
  return knownText(nodeAt(node, [key]));
}

/** Writes a change into a map of `values`, or as an item of `set` or `setString`. */
function writeRelease(text: string, { document, path }: LayerAddress, change: Change): EditResult {
  const list = path[2];
  if (list !== 'set' && list !== 'setString') return writeValues(text, { document, path }, change);
  const form = setListOf(list === 'set' ? 'set' : 'set-string');
  return writeSetList(text, { document, path: path.slice(0, 3) }, path.slice(3), form, change);
}
