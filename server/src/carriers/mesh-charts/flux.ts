import type { Fact } from '../../facts/fact.ts';
import type { MeshValuesSource } from '../../facts/mesh-install.ts';
import { namesMesh } from '../../knowledge/mesh-installs.ts';
import { knownText, mapAt, nodeAt, resolve, scalarOf, stringAt, stringsAt } from '../../yaml/navigate.ts';
import type { MapNode, YamlDocument } from '../../yaml/node.ts';
import { chartSourceOf } from '../flux/chart-sources.ts';
import { meshRelease, switchesAt, textOf } from './release.ts';

/** The release of a mesh's chart that a Flux HelmRelease is, or the source that others take such a chart from. */
export function releasesOfFlux(document: YamlDocument, text: string): readonly Fact[] {
  const root = resolve(document.root);
  if (root?.kind !== 'map') return [];
  const group = stringAt(root, ['apiVersion'])?.split('/')[0];
  if (group === 'source.toolkit.fluxcd.io') {
    return chartSourceOf(root).filter(({ chart }) => namesMesh(textOf(chart) ?? ''));
  }
  if (group !== 'helm.toolkit.fluxcd.io' || stringAt(root, ['kind']) !== 'HelmRelease') return [];
  return scalarOf(nodeAt(root, ['spec', 'suspend'])) === true ? [] : releaseOf(root, text);
}

function releaseOf(root: MapNode, text: string): readonly Fact[] {
  const name = textAt(root, ['metadata', 'name']) ?? '';
  const chart = textAt(root, ['spec', 'chart', 'spec', 'chart']);
  const reference = mapAt(root, ['spec', 'chartRef']);
  const resource = stringAt(reference, ['kind']);
  const source = stringAt(reference, ['name']);
  const chartSource =
    resource === undefined || source === undefined
      ? undefined
      : { resource, name: source, namespace: stringAt(reference, ['namespace']) };
  if (chart === undefined && chartSource === undefined) return [];
  return meshRelease({
    via: `HelmRelease ${name}`,
    chart,
    chartSource,
    evidence: [stringAt(root, ['spec', 'chart', 'spec', 'sourceRef', 'name']), source],
    name: textAt(root, ['spec', 'releaseName']) ?? name,
    namespace: textAt(root, ['spec', 'targetNamespace']) ?? textAt(root, ['metadata', 'namespace']),
    version: textAt(root, ['spec', 'chart', 'spec', 'version']),
    values: [...valuesFiles(root), ...switchesAt(text, root, ['spec', 'values'])],
    isObject: true,
    span: root.span,
  });
}

/** Objects of `valuesFrom` are mostly made by a kustomization from files beside the HelmRelease. */
function valuesFiles(root: MapNode): readonly MeshValuesSource[] {
  const files = stringsAt(root, ['spec', 'chart', 'spec', 'valuesFiles']);
  const isFromObject = nodeAt(root, ['spec', 'valuesFrom']) !== 'absent';
  return [
    ...files.map((path) => ({ kind: 'file', path, base: 'repository' }) as const),
    ...(isFromObject ? [{ kind: 'beside' } as const] : []),
  ];
}

function textAt(root: MapNode, path: readonly string[]): string | undefined {
  return knownText(nodeAt(root, path));
}
