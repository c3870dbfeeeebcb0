import type { Fact } from '../facts/fact.ts';
import type { SourceFile } from '../source/file.ts';
import { nodeAt, resolve, stringAt } from '../yaml/navigate.ts';
import type { YamlDocument } from '../yaml/node.ts';
import type { Carrier } from './carrier.ts';
import { namedAt } from './named.ts';
import { isCiliumChart, remoteDeployment } from './remote-chart.ts';
import { valuesAt } from './values-at.ts';
import { writeValues } from './write-values.ts';

/**
 * The HelmChartProxy of Cluster API, which installs a chart in all clusters that it selects, and the HelmReleaseProxy that
 * it makes for one of them. `valuesTemplate` is a Go template; what it does not write itself is known.
 * (https://github.com/kubernetes-sigs/cluster-api-addon-provider-helm)
 */
export const clusterApiCarrier: Carrier = {
  name: 'cluster-api',
  kinds: ['yaml'],
  hints: ['addons.cluster.x-k8s.io/'],
  read: (file) => file.yaml().documents.flatMap((document) => factsOf(document, file)),
  write: writeValues,
};

/** The field that holds the values, by kind. */
const valuesFields: ReadonlyMap<string, string> = new Map([
  ['HelmChartProxy', 'valuesTemplate'],
  ['HelmReleaseProxy', 'values'],
]);

function factsOf(document: YamlDocument, file: SourceFile): readonly Fact[] {
  const root = resolve(document.root);
  const kind = stringAt(root, ['kind']) ?? '';
  const field = valuesFields.get(kind);
  if (root === undefined || field === undefined) return [];
  if (stringAt(root, ['apiVersion'])?.startsWith('addons.cluster.x-k8s.io/') !== true) return [];
  const chart = namedAt(root, ['spec', 'chartName']);
  if (!isCiliumChart(chart)) return [];
  const { layers, sources } = valuesAt({ text: file.text, document, carrier: 'cluster-api' }, [
    'spec',
    field,
  ]);
  const isHidden = nodeAt(root, ['spec', 'valuesFrom']) !== 'absent';
  const name = stringAt(root, ['metadata', 'name']) ?? '';
  const deployment = remoteDeployment({
    isReconciled: true,
    title: `${kind} ${name}`.trim(),
    object: { resource: kind, name },
    chart,
    version: namedAt(root, ['spec', 'version']),
    namespace: stringAt(root, ['spec', 'namespace']),
    values: isHidden ? [...sources, { kind: 'unknown', span: root.span }] : sources,
    span: root.span,
  });
  return [...layers, deployment];
}
