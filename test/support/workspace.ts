import { configurationReader } from '../../server/src/configuration/reader.ts';
import { chartFileReader } from '../../server/src/carriers/chart-file.ts';
import { meshChartReaders } from '../../server/src/carriers/mesh-charts/readers.ts';
import { kustomizationReader } from '../../server/src/carriers/kustomize/kustomization-reader.ts';
import { carriers } from '../../server/src/carriers/registry.ts';
import type { Placed } from '../../server/src/facts/fact.ts';
import type { Location } from '../../server/src/facts/location.ts';
import { workloadReader } from '../../server/src/manifests/workload-reader.ts';
import { destinationReader } from '../../server/src/manifests/destinations.ts';
import { meshInstallReader } from '../../server/src/manifests/mesh-installs.ts';
import { kubernetesReader } from '../../server/src/manifests/kubernetes-reader.ts';
import { check } from '../../server/src/rules/check.ts';
import type { Finding } from '../../server/src/rules/finding.ts';
import type { Cluster } from '../../server/src/workspace/clusters.ts';
import { createFactIndex } from '../../server/src/workspace/fact-index.ts';
import type { Release } from '../../server/src/workspace/releases/release.ts';
import { workspaceOf as describeWorkspace } from '../../server/src/workspace/workspace.ts';
import { pathOf, uriOf } from './uris.ts';

/** What the program makes of some files, step by step. */
export interface Workspace {
  readonly facts: readonly Placed[];
  readonly releases: readonly Release[];
  readonly clusters: readonly Cluster[];
  readonly findings: readonly Finding[];
  /** The text that a place marks. */
  readonly textAt: (at: Location) => string;
}

/** Reads files (absolute path to text) through the real readers, up to the findings. */
export function workspaceOf(files: Readonly<Record<string, string>>): Workspace {
  const index = createFactIndex([
    ...carriers,
    chartFileReader,
    kustomizationReader,
    configurationReader,
    ...meshChartReaders,
    meshInstallReader,
    kubernetesReader,
    destinationReader,
    workloadReader,
  ]);
  for (const [path, text] of Object.entries(files)) index.update(uriOf(path), text);
  const all = [...index.files().values()].flatMap(({ facts }) => facts);
  const { facts, releases, clusters, configuration, isSample } = describeWorkspace(all, index.hasPath);
  return {
    facts,
    releases,
    clusters,
    findings: check({ clusters, facts, isSample }, configuration),
    textAt: ({ uri, span }) => files[pathOf(uri)]?.slice(span.start, span.end) ?? '',
  };
}
