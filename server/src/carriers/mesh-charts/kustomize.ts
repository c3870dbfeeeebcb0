import type { MeshReleaseFact } from '../../facts/mesh-install.ts';
import type { SourceFile } from '../../source/file.ts';
import { itemsAt, knownText, nodeAt, stringAt } from '../../yaml/navigate.ts';
import { kustomizationIn } from '../kustomize/files.ts';
import { fieldNames, oldFieldNames, valuesFilesOf } from '../kustomize/helm-chart-entry.ts';
import { meshRelease, switchesAt } from './release.ts';

/** The releases of meshes' charts that kustomize renders. */
export function releasesOfKustomize(file: SourceFile): readonly MeshReleaseFact[] {
  const kustomization = kustomizationIn(file);
  if (kustomization === undefined) return [];
  const { root } = kustomization;
  const lists = [
    { field: 'helmCharts', fields: fieldNames },
    { field: 'helmChartInflationGenerator', fields: oldFieldNames },
  ];
  return lists.flatMap(({ field, fields }) =>
    itemsAt(root, [field]).flatMap((node) => {
      const chart = knownText(nodeAt(node, [fields.name]));
      if (chart === undefined) return [];
      const name = stringAt(node, ['releaseName']) ?? chart;
      return meshRelease({
        via: `helmCharts ${name}`,
        chart,
        evidence: [stringAt(node, [fields.repo])],
        name,
        namespace: stringAt(node, [fields.namespace]),
        version: knownText(nodeAt(node, [fields.version])),
        values: [
          ...valuesFilesOf(node, fields).map((path) => ({ kind: 'file', path, base: 'file' }) as const),
          ...switchesAt(file.text, node, [fields.valuesInline]),
        ],
        span: node.span,
      });
    }),
  );
}
