import type { HelmCommandFact } from '../../facts/command.ts';
import type { DeploymentFact } from '../../facts/deployment.ts';
import type { Placed } from '../../facts/fact.ts';

/** The Cilium command line brings its chart along: no folder of the workspace can stand for it. */
const bundledChart = 'https://helm.cilium.io/cilium';

/** A command of a script as a deployment: the files of `-f` in order, then the `--set` arguments. */
export function deploymentOfCommand({ uri, fact }: Placed<HelmCommandFact>): Placed<DeploymentFact> {
  const { tool, verb, chart, version, span } = fact;
  const deployment: DeploymentFact = {
    kind: 'deployment',
    title: `${tool} ${verb}`,
    chart: { kind: 'text', text: tool === 'cilium' ? bundledChart : chart, span },
    chartSource: undefined,
    version:
      version === undefined
        ? undefined
        : version === 'unknown'
          ? { kind: 'unknown', span }
          : { kind: 'text', text: version, span },
    namespace: fact.namespace,
    values: [
      ...fact.valuesFiles.map(({ path, span: at }) =>
        path === 'unknown'
          ? ({ kind: 'unknown', span: at } as const)
          : ({ kind: 'file', path, base: 'file', span: at } as const),
      ),
      { kind: 'own-layer', address: { document: fact.command, path: [] } },
    ],
    destination: fact.kubeContext,
    deploys: fact.deploys,
    span,
  };
  return { uri, fact: deployment };
}
