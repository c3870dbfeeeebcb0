import type { HelmCommandFact, ValuesFileArgument } from '../../facts/command.ts';
import type { DeploymentFact, ValuesSource } from '../../facts/deployment.ts';
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
    version,
    namespace: fact.namespace,
    values: [
      ...fact.valuesFiles.map(sourceOf),
      { kind: 'own-layer', address: fact.ownLayer },
      ...(fact.hidesValues === true ? [{ kind: 'unknown', span } as const] : []),
    ],
    destination: fact.kubeContext,
    deploys: fact.deploys,
    ...(fact.isExample === true ? { isExample: true } : {}),
    span,
  };
  return { uri, fact: deployment };
}

/** What a values file stands for; the standard input is known only where the script writes it. */
function sourceOf({ file, ownLayer }: ValuesFileArgument): ValuesSource {
  if (ownLayer !== undefined) return { kind: 'own-layer', address: ownLayer };
  const isFile = file.kind === 'text' && file.text !== '-' && file.text !== '/dev/stdin';
  return isFile
    ? { kind: 'file', path: file.text, base: 'file', span: file.span }
    : { kind: 'unknown', span: file.span };
}
