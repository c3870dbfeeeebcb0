import type { Fact } from '../facts/fact.ts';
import type { SourceFile } from '../source/file.ts';
import { itemsAt, nodeAt, stringAt, type ResolvedNode } from '../yaml/navigate.ts';
import type { YamlDocument } from '../yaml/node.ts';
import type { Carrier } from './carrier.ts';
import { namedAt } from './named.ts';
import { isCiliumChart, remoteDeployment } from './remote-chart.ts';
import { valuesAt } from './values-at.ts';
import { writeValues } from './write-values.ts';

/**
 * Profiles and ClusterProfiles of Sveltos: each of `helmCharts` has `values` in a string, which is a Go template, and may
 * take more from objects of the management cluster, which is not read.
 * (https://projectsveltos.github.io/sveltos/addons/helm_charts/)
 */
export const sveltosCarrier: Carrier = {
  name: 'sveltos',
  kinds: ['yaml'],
  hints: ['config.projectsveltos.io/'],
  read: (file) => file.yaml().documents.flatMap((document) => factsOf(document, file)),
  write: writeValues,
};

function factsOf(document: YamlDocument, file: SourceFile): readonly Fact[] {
  const { root } = document;
  const isProfile = /^(?:Cluster)?Profile$/.test(stringAt(root, ['kind']) ?? '');
  if (!isProfile || stringAt(root, ['apiVersion'])?.startsWith('config.projectsveltos.io/') !== true)
    return [];
  const title = `${stringAt(root, ['kind']) ?? ''} ${stringAt(root, ['metadata', 'name']) ?? ''}`.trim();
  return itemsAt(root, ['spec', 'helmCharts']).flatMap((item, index) =>
    chartFacts(item, title, ['spec', 'helmCharts', String(index)], document, file),
  );
}

function chartFacts(
  item: ResolvedNode,
  title: string,
  path: readonly string[],
  document: YamlDocument,
  file: SourceFile,
): readonly Fact[] {
  const chart = namedAt(item, ['chartName']);
  if (!isCiliumChart(chart)) return [];
  const place = { text: file.text, document, carrier: 'sveltos' } as const;
  const { layers, sources } = valuesAt(place, [...path, 'values']);
  const isHidden = nodeAt(item, ['valuesFrom']) !== 'absent';
  const deployment = remoteDeployment({
    isReconciled: true,
    title,
    chart,
    version: namedAt(item, ['chartVersion']),
    namespace: stringAt(item, ['releaseNamespace']),
    values: isHidden ? [...sources, { kind: 'unknown', span: item.span }] : sources,
    deploys: stringAt(item, ['helmChartAction']) !== 'Uninstall',
    span: item.span,
  });
  return [...layers, deployment];
}
