import type { DeploymentFact, Named } from '../facts/deployment.ts';

/** What a form says of a chart that it installs from a chart repository; the rest is the same for all of them. */
export type RemoteChart = Pick<
  DeploymentFact,
  'title' | 'chart' | 'version' | 'namespace' | 'values' | 'span'
> &
  Partial<Pick<DeploymentFact, 'object' | 'deploys' | 'isReconciled'>>;

/** The deployment of a chart from a chart repository. */
export function remoteDeployment(chart: RemoteChart): DeploymentFact {
  return {
    kind: 'deployment',
    chartIn: 'registry',
    chartSource: undefined,
    destination: undefined,
    deploys: true,
    ...chart,
  };
}

/** Whether a chart is Cilium's by its name: `cilium/cilium`, `oci://quay.io/cilium/charts/cilium`, `rke2-cilium`. */
export function isCiliumChart(chart: Named | undefined): boolean {
  return chart?.kind === 'text' && /cilium/i.test(chart.text);
}
