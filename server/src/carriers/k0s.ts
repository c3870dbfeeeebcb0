import type { Fact } from '../facts/fact.ts';
import type { SourceFile } from '../source/file.ts';
import { itemsAt, stringAt } from '../yaml/navigate.ts';
import type { KeyPath, YamlDocument, YamlNode } from '../yaml/node.ts';
import type { Carrier } from './carrier.ts';
import { namedAt } from './named.ts';
import { isCiliumChart, remoteDeployment } from './remote-chart.ts';
import { valuesAt, type OwnPlace } from './values-at.ts';
import { writeValues } from './write-values.ts';

/**
 * Charts that k0s installs: `extensions.helm.charts` of a ClusterConfig, which k0sctl and k0smotron wrap into files of their
 * own, and the Chart objects that k0s makes of them (https://docs.k0sproject.io/stable/helm-charts/).
 */
export const k0sCarrier: Carrier = {
  name: 'k0s',
  kinds: ['yaml'],
  hints: ['k0sproject.io/'],
  read: (file) => file.yaml().documents.flatMap((document) => factsOf(document, file)),
  write: writeValues,
};

/** Where the spec of a ClusterConfig may stand. */
const configPlaces: readonly KeyPath[] = [
  ['spec'],
  ['spec', 'k0s', 'config', 'spec'],
  ['spec', 'k0sConfigSpec', 'k0s', 'spec'],
  ['spec', 'template', 'spec', 'k0sConfigSpec', 'k0s', 'spec'],
  ['spec', 'k0sConfig', 'spec'],
  ['spec', 'template', 'spec', 'k0sConfig', 'spec'],
];

function factsOf(document: YamlDocument, file: SourceFile): readonly Fact[] {
  const { root } = document;
  if (root === undefined) return [];
  const place: OwnPlace = { text: file.text, document, carrier: 'k0s' };
  if (stringAt(root, ['apiVersion'])?.startsWith('helm.k0sproject.io/') === true) {
    return chartFacts(root, ['spec'], 'chartName', place);
  }
  return configPlaces.flatMap((config) => {
    const list = [...config, 'extensions', 'helm', 'charts'];
    return itemsAt(root, list).flatMap((_, index) =>
      chartFacts(root, [...list, String(index)], 'chartname', place),
    );
  });
}

function chartFacts(root: YamlNode, path: KeyPath, nameField: string, place: OwnPlace): readonly Fact[] {
  const chart = namedAt(root, [...path, nameField]);
  if (!isCiliumChart(chart)) return [];
  const { layers, sources } = valuesAt(place, [...path, 'values']);
  const deployment = remoteDeployment({
    title: 'k0s chart cilium',
    chart,
    version: namedAt(root, [...path, 'version']),
    namespace: stringAt(root, [...path, 'namespace']),
    values: sources,
    span: root.span,
  });
  return [...layers, deployment];
}
