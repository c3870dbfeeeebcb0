import type { CarrierName } from '../facts/settings.ts';
import type { Carrier } from './carrier.ts';
import { agentArgumentsCarrier } from './agent-arguments.ts';
import { ansibleCopyCarrier } from './ansible/copied-files.ts';
import { ansibleHelmCarrier } from './ansible/helm-module.ts';
import { argoApplicationCarrier } from './argo/argo-application.ts';
import { ciliumConfigCarrier } from './cilium-config.ts';
import { dockerfileCarrier } from './commands/in-files/dockerfile.ts';
import { justfileCarrier } from './commands/in-files/justfile.ts';
import { markdownValuesCarrier } from './commands/in-files/markdown-values.ts';
import { markdownCommandsCarrier } from './commands/in-files/markdown.ts';
import { helmCommandCarrier } from './commands/helm-command.ts';
import { embeddedCommandsCarrier } from './commands/in-yaml/embedded-commands.ts';
import { tiltfileCarrier } from './commands/tilt/tiltfile.ts';
import { fluxHelmReleaseCarrier } from './flux/helm-release.ts';
import { kustomizeHelmChartCarrier } from './kustomize/helm-chart.ts';
import { kustomizePatchCarrier } from './kustomize/patch.ts';
import { helmfileCarrier } from './helmfile/helmfile.ts';
import { ciliumNodeConfigCarrier } from './cilium-node-config.ts';
import { ciliumOlmConfigCarrier } from './cilium-olm-config.ts';
import { clusterApiCarrier } from './cluster-api.ts';
import { fleetCarrier } from './fleet.ts';
import { k0sCarrier } from './k0s.ts';
import { kopsClusterCarrier } from './kops-cluster.ts';
import { kubesprayCarrier } from './kubespray.ts';
import { sveltosCarrier } from './sveltos.ts';
import { k3sHelmChartCarrier } from './k3s/helm-chart.ts';
import { terraformCarrier } from './terraform/helm-release.ts';
import { valuesFileCarrier } from './values-file.ts';
import { valuesObjectCarrier } from './values-object.ts';

/** Every form of delivery that is understood. A new form is a file beside this one and a line here. */
const byName: Readonly<Record<CarrierName, Carrier>> = {
  'values-file': valuesFileCarrier,
  'cilium-config': ciliumConfigCarrier,
  'helm-command': helmCommandCarrier,
  'embedded-commands': embeddedCommandsCarrier,
  dockerfile: dockerfileCarrier,
  justfile: justfileCarrier,
  tiltfile: tiltfileCarrier,
  'markdown-commands': markdownCommandsCarrier,
  'markdown-values': markdownValuesCarrier,
  'ansible-helm': ansibleHelmCarrier,
  'ansible-copy': ansibleCopyCarrier,
  terraform: terraformCarrier,
  'flux-helm-release': fluxHelmReleaseCarrier,
  'values-object': valuesObjectCarrier,
  'kustomize-helm-chart': kustomizeHelmChartCarrier,
  'kustomize-patch': kustomizePatchCarrier,
  'argo-application': argoApplicationCarrier,
  helmfile: helmfileCarrier,
  'k3s-helm-chart': k3sHelmChartCarrier,
  'cluster-api': clusterApiCarrier,
  sveltos: sveltosCarrier,
  fleet: fleetCarrier,
  k0s: k0sCarrier,
  'cilium-olm-config': ciliumOlmConfigCarrier,
  'kops-cluster': kopsClusterCarrier,
  kubespray: kubesprayCarrier,
  'cilium-node-config': ciliumNodeConfigCarrier,
  'agent-arguments': agentArgumentsCarrier,
};

/** All carriers, for the index to read with. */
export const carriers: readonly Carrier[] = Object.values(byName);

/** The carrier that wrote a layer's facts. */
export function carrierNamed(name: CarrierName): Carrier {
  return byName[name];
}
