import type { ChartSourceFact, Named } from '../../facts/deployment.ts';
import { stringAt } from '../../yaml/navigate.ts';
import type { MapNode } from '../../yaml/node.ts';
import { namedAt } from '../named.ts';

/** What an OCIRepository, a HelmChart or a GitRepository says of the chart that HelmReleases take from it. */
export function chartSourceOf(root: MapNode): readonly ChartSourceFact[] {
  const name = stringAt(root, ['metadata', 'name']);
  const resource = stringAt(root, ['kind']);
  if (name === undefined || resource === undefined) return [];
  const source = { name, resource, namespace: stringAt(root, ['metadata', 'namespace']), span: root.span };
  switch (resource) {
    case 'OCIRepository':
      return [
        { kind: 'chart-source', ...source, chart: namedAt(root, ['spec', 'url']), version: ociVersion(root) },
      ];
    case 'HelmChart':
      return [
        {
          kind: 'chart-source',
          ...source,
          chart: namedAt(root, ['spec', 'chart']),
          version: namedAt(root, ['spec', 'version']),
        },
      ];
    case 'GitRepository':
      return [{ kind: 'chart-source', ...source, chart: undefined, version: ciliumTag(root) }];
    default:
      return [];
  }
}

/** Of tag and range Flux takes the range (https://fluxcd.io/flux/components/source/ocirepositories/#reference). */
function ociVersion(root: MapNode): Named | undefined {
  return (
    namedAt(root, ['spec', 'ref', 'semver']) ??
    namedAt(root, ['spec', 'ref', 'tag']) ??
    (namedAt(root, ['spec', 'ref', 'digest']) === undefined
      ? undefined
      : { kind: 'unknown', span: root.span })
  );
}

/** Cilium's own repository is tagged by its version; what the tags of others count is their business. */
function ciliumTag(root: MapNode): Named | undefined {
  const url = stringAt(root, ['spec', 'url']);
  if (url === undefined || !/\/cilium(?:\.git)?\/?$/.test(url)) return undefined;
  return namedAt(root, ['spec', 'ref', 'semver']) ?? namedAt(root, ['spec', 'ref', 'tag']);
}
