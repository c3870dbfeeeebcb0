import { chartCommentsReader } from '../carriers/chart-comments.ts';
import { chartFileReader } from '../carriers/chart-file.ts';
import { injectingCommandReader } from '../carriers/commands/kubectl/injecting-commands.ts';
import { namespaceLabelReader } from '../carriers/commands/kubectl/namespace-labels.ts';
import { kubectlPatchReader } from '../carriers/commands/kubectl/patched-by-commands.ts';
import { kustomizationReader } from '../carriers/kustomize/kustomization-reader.ts';
import { meshChartReaders } from '../carriers/mesh-charts/readers.ts';
import { meshRevisionReader } from '../carriers/mesh-charts/revisions.ts';
import { carriers } from '../carriers/registry.ts';
import { terraformNamespaceReader } from '../carriers/terraform/namespaces.ts';
import { configurationReader } from '../configuration/reader.ts';
import { chartPodsReader } from '../manifests/chart-pods.ts';
import { deprecatedUseReader } from '../manifests/deprecated-uses.ts';
import { destinationReader } from '../manifests/destinations.ts';
import { dnsCaptureReader } from '../manifests/dns-capture.ts';
import { fieldReader } from '../manifests/field-reader.ts';
import { istioSecurityReader } from '../manifests/istio-security-reader.ts';
import { kubeProxyReader } from '../manifests/kube-proxy.ts';
import { kubernetesReader } from '../manifests/kubernetes-reader.ts';
import { meshInstallReader } from '../manifests/mesh-installs.ts';
import { meshPolicyReader } from '../manifests/mesh-policies.ts';
import { policyReader } from '../manifests/policies/policy-reader.ts';
import { workloadReader } from '../manifests/workload-reader.ts';
import type { Reader } from '../source/reader.ts';
import { suppressionReader } from '../source/suppressions.ts';

/** Everything that looks into files. A file of which no reader finds a hint is never parsed. */
export const readers: readonly Reader[] = [
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
  meshRevisionReader,
  meshInstallReader,
  kubernetesReader,
  fieldReader,
  istioSecurityReader,
  meshPolicyReader,
  destinationReader,
  workloadReader,
  kubeProxyReader,
  policyReader,
  dnsCaptureReader,
  deprecatedUseReader,
  chartPodsReader,
  suppressionReader,
];
