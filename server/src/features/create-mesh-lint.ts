import { chartFileReader } from '../carriers/chart-file.ts';
import { carriers } from '../carriers/registry.ts';
import type { Placed } from '../facts/fact.ts';
import { dnsCaptureReader } from '../manifests/dns-capture.ts';
import { kubernetesReader } from '../manifests/kubernetes-reader.ts';
import { check } from '../rules/check.ts';
import type { Finding } from '../rules/finding.ts';
import { clustersOf, type Cluster } from '../workspace/clusters.ts';
import { createFactIndex } from '../workspace/fact-index.ts';
import { positionAt, type Position } from '../workspace/positions.ts';
import { releasesOf } from '../workspace/releases/releases.ts';
import { editsOfFix } from './fixes.ts';
import { hoverAt } from './hover-text.ts';
import type { MeshLint } from './mesh-lint.ts';

/** The engine over an empty workspace. */
export function createMeshLint(): MeshLint {
  const index = createFactIndex([...carriers, chartFileReader, kubernetesReader, dnsCaptureReader]);
  let clusters: readonly Cluster[] | undefined;
  let findings: readonly Finding[] | undefined;

  const outdate = (changed: boolean): boolean => {
    if (changed) clusters = findings = undefined;
    return changed;
  };
  const currentClusters = (): readonly Cluster[] => (clusters ??= clustersIn(index));
  const currentFindings = (): readonly Finding[] => (findings ??= check(currentClusters()));

  const place = (uri: string, offset: number): Position =>
    positionAt(index.files().get(uri)?.lineStarts ?? [0], offset);

  return {
    update: (uri, text) => outdate(index.update(uri, text)),
    remove: (uri) => outdate(index.remove(uri)),
    findings: currentFindings,
    findingsIn: (uri) => currentFindings().filter((finding) => finding.at.uri === uri),
    positionAt: place,
    editsOf: editsOfFix,
    hover: (uri, offset) =>
      hoverAt({
        offset,
        facts: index.files().get(uri)?.facts ?? [],
        clusters: currentClusters(),
        positionAt: (at) => place(at.uri, at.span.start),
      }),
    statistics: index.statistics,
  };
}

function clustersIn(index: ReturnType<typeof createFactIndex>): readonly Cluster[] {
  const facts = [...index.files()].flatMap(([uri, file]) =>
    file.facts.map((fact): Placed => ({ uri, fact })),
  );
  return clustersOf(releasesOf(facts, 'cilium', index.hasPath), facts);
}
