import type { Fact } from '../../facts/fact.ts';
import type { SourceFile } from '../../source/file.ts';
import { itemsAt, resolve, stringAt } from '../../yaml/navigate.ts';
import type { YamlDocument } from '../../yaml/node.ts';
import type { Carrier } from '../carrier.ts';
import { writeValues } from '../write-values.ts';
import { kustomizationIn, type Kustomization } from './files.ts';
import { fieldNames, helmChartFacts, oldFieldNames } from './helm-chart-entry.ts';

/**
 * Charts that kustomize renders: `helmCharts` of a kustomization, the older `helmChartInflationGenerator`, and the
 * generator of that name in a file of its own.
 */
export const kustomizeHelmChartCarrier: Carrier = {
  name: 'kustomize-helm-chart',
  kinds: ['yaml'],
  hints: ['helmCharts', 'helmChartInflationGenerator', 'HelmChartInflationGenerator'],
  read: (file) => {
    const kustomization = kustomizationIn(file);
    return kustomization === undefined ? generatorFacts(file) : entryFacts(kustomization);
  },
  write: writeValues,
};

function entryFacts({ root, document }: Kustomization): readonly Fact[] {
  const globalHome = stringAt(root, ['helmGlobals', 'chartHome']) ?? 'charts';
  const lists = [
    { field: 'helmCharts', fields: fieldNames },
    { field: 'helmChartInflationGenerator', fields: oldFieldNames },
  ];
  return lists.flatMap(({ field, fields }) =>
    itemsAt(root, [field]).flatMap((node, index) =>
      helmChartFacts({
        node,
        fields,
        address: { document: document.index, path: [field, String(index)] },
        chartHome: stringAt(node, ['chartHome']) ?? globalHome,
      }),
    ),
  );
}

function generatorFacts(file: SourceFile): readonly Fact[] {
  return file
    .yaml()
    .documents.filter(isGenerator)
    .flatMap((document) =>
      document.root === undefined
        ? []
        : helmChartFacts({
            node: document.root,
            fields: fieldNames,
            address: { document: document.index, path: [] },
            chartHome: stringAt(document.root, ['chartHome']) ?? 'charts',
          }),
    );
}

function isGenerator({ root }: YamlDocument): boolean {
  return resolve(root)?.kind === 'map' && stringAt(root, ['kind']) === 'HelmChartInflationGenerator';
}
