import type { DeploymentFact, Named } from '../../facts/deployment.ts';
import { itemsAt, knownText, mapAt, nodeAt } from '../../yaml/navigate.ts';
import type { KeyPath, MapNode } from '../../yaml/node.ts';
import { namedAt } from '../named.ts';
import type { Application } from './applications.ts';

/** A place that an Application takes manifests from. */
export interface ApplicationSource {
  /** The keys from the document's root to the source. */
  readonly path: KeyPath;
  readonly map: MapNode;
}

/** The sources of an Application: `sources` count alone where they are given. */
export function sourcesOf({ spec, path }: Application): readonly ApplicationSource[] {
  const several = itemsAt(spec, ['sources']).flatMap((item, index) =>
    item.kind === 'map' ? [{ path: [...path, 'sources', String(index)], map: item }] : [],
  );
  if (several.length > 0) return several;
  return [['source'], ['sourceHydrator', 'drySource']].flatMap((below) => {
    const map = mapAt(spec, below);
    return map === undefined ? [] : [{ path: [...path, ...below], map }];
  });
}

/** The names by which value files point into other sources, as in `$name/values.yaml`. */
export function refsOf(sources: readonly ApplicationSource[]): ReadonlySet<string> {
  return new Set(sources.flatMap(({ map }) => knownText(nodeAt(map, ['ref'])) ?? []));
}

/** The chart that a source installs. */
export interface SourceChart {
  readonly chart: Named;
  readonly chartIn: NonNullable<DeploymentFact['chartIn']>;
  readonly version: Named | undefined;
  /** The chart's folder from the root of its repository; absent for a chart of a registry. */
  readonly folder: string | undefined;
}

/**
 * The chart of a source: `chart` of a repository of charts, an `oci://` repository that is one chart, or the folder
 * `path` of a git repository. What a git repository calls a revision is no version of a chart, but for Cilium's own.
 */
export function chartOf({ map }: ApplicationSource): SourceChart | undefined {
  const chart = namedAt(map, ['chart']);
  const repository = namedAt(map, ['repoURL']);
  const version = namedAt(map, ['targetRevision']);
  if (chart !== undefined) return { chart, chartIn: 'registry', version, folder: undefined };
  if (repository?.kind === 'text' && repository.text.startsWith('oci://')) {
    return { chart: repository, chartIn: 'registry', version, folder: undefined };
  }
  const path = namedAt(map, ['path']);
  if (path?.kind !== 'text') return undefined;
  const isCilium = repository?.kind === 'text' && /[/:]cilium\/cilium(?:\.git)?\/?$/.test(repository.text);
  return isCilium
    ? { chart: path, chartIn: 'registry', version, folder: undefined }
    : { chart: path, chartIn: 'repository', version: undefined, folder: path.text };
}
