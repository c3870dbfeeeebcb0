import { chartCommentsReader } from '../carriers/chart-comments.ts';
import { chartFileReader } from '../carriers/chart-file.ts';
import { namespaceLabelReader } from '../carriers/commands/kubectl/namespace-labels.ts';
import { meshChartReaders } from '../carriers/mesh-charts/readers.ts';
import { injectingCommandReader } from '../carriers/commands/kubectl/injecting-commands.ts';
import { kubectlPatchReader } from '../carriers/commands/kubectl/patched-by-commands.ts';
import { kustomizationReader } from '../carriers/kustomize/kustomization-reader.ts';
import { terraformNamespaceReader } from '../carriers/terraform/namespaces.ts';
import { carriers } from '../carriers/registry.ts';
import { configurationReader } from '../configuration/reader.ts';
import type { Placed } from '../facts/fact.ts';
import { chartPodsReader } from '../manifests/chart-pods.ts';
import { deprecatedUseReader } from '../manifests/deprecated-uses.ts';
import { dnsCaptureReader } from '../manifests/dns-capture.ts';
import { destinationReader } from '../manifests/destinations.ts';
import { meshInstallReader } from '../manifests/mesh-installs.ts';
import { fieldReader } from '../manifests/field-reader.ts';
import { istioSecurityReader } from '../manifests/istio-security-reader.ts';
import { kubeProxyReader } from '../manifests/kube-proxy.ts';
import { hereDocumentReader } from '../manifests/here-documents.ts';
import { kubernetesReader } from '../manifests/kubernetes-reader.ts';
import { workloadReader } from '../manifests/workload-reader.ts';
import { policyReader } from '../manifests/policies/policy-reader.ts';
import { check } from '../rules/check.ts';
import { suppressionReader } from '../source/suppressions.ts';
import type { Finding } from '../rules/finding.ts';
import { createFactIndex, type FactIndex } from '../workspace/fact-index.ts';
import { positionAt, type Position } from '../workspace/positions.ts';
import { workspaceOf, type Workspace } from '../workspace/workspace.ts';
import { editsOfFix } from './fixes.ts';
import { createInquiry } from './create-inquiry.ts';
import type { MeshLint } from './mesh-lint.ts';
import { overviewOf } from './overview/overview-of.ts';

/** The engine over an empty workspace. */
export function createMeshLint(): MeshLint {
  const index = createFactIndex([
    ...carriers,
    chartFileReader,
    chartCommentsReader,
    kustomizationReader,
    namespaceLabelReader,
    kubectlPatchReader,
    injectingCommandReader,
    terraformNamespaceReader,
    configurationReader,
    ...meshChartReaders,
    meshInstallReader,
    kubernetesReader,
    hereDocumentReader,
    fieldReader,
    istioSecurityReader,
    destinationReader,
    workloadReader,
    kubeProxyReader,
    policyReader,
    dnsCaptureReader,
    deprecatedUseReader,
    chartPodsReader,
    suppressionReader,
  ]);
  let analysis: Analysis | undefined;
  let isOutdated = false;
  const outdate = (changed: boolean): boolean => {
    isOutdated ||= changed;
    return changed;
  };
  const current = (): Analysis => {
    if (analysis === undefined || isOutdated) analysis = analyse(index, analysis?.workspace);
    isOutdated = false;
    return analysis;
  };
  const place = (uri: string, offset: number): Position =>
    positionAt(index.files().get(uri)?.lineStarts ?? [0], offset);

  return {
    update: (uri, text) => outdate(index.update(uri, text)),
    remove: (uri) => outdate(index.remove(uri)),
    findings: () => current().findings,
    findingsIn: (uri) => current().findings.filter((finding) => finding.at.uri === uri),
    positionAt: place,
    editsOf: editsOfFix,
    inquiry: createInquiry(index, () => current().workspace, place),
    overview: () => overviewOf(current().workspace),
    statistics: index.statistics,
  };
}

/** Everything that follows from the facts as they stand. */
interface Analysis {
  readonly workspace: Workspace;
  readonly findings: readonly Finding[];
}

function analyse(index: FactIndex, before: Workspace | undefined): Analysis {
  const all = [...index.files()].flatMap(([uri, file]) => file.facts.map((fact): Placed => ({ uri, fact })));
  const workspace = workspaceOf(all, index.hasPath, before);
  return { workspace, findings: check(workspace, workspace.configuration) };
}
