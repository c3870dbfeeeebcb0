import type { Placed } from '../../facts/fact.ts';
import type { Location } from '../../facts/location.ts';
import type { ClusterTool } from '../../knowledge/kube-proxy.ts';
import { remembered } from '../../workspace/remembered.ts';

/** Where a file says that the cluster keeps kube-proxy, or does without. */
export interface KubeProxySign {
  readonly runs: boolean;
  readonly tool: ClusterTool;
  readonly at: Location;
}

type KubeProxySigns = readonly [KubeProxySign, ...KubeProxySign[]];

/** What the files of a cluster say of kube-proxy; absent where they say nothing, or contradict each other. */
export const kubeProxySigns = remembered((facts: readonly Placed[]): KubeProxySigns | undefined => {
  const found = facts.flatMap((placed) => signOf(placed) ?? []);
  // A line of a manifest that stands within another file is read twice.
  const [first, ...others] = new Map(found.map((sign) => [placeOf(sign), sign])).values();
  const agree = others.every(({ runs }) => runs === first?.runs);
  return first === undefined || !agree ? undefined : [first, ...others];
});

function placeOf({ at }: KubeProxySign): string {
  return `${at.uri} ${at.span.start}`;
}

function signOf({ uri, fact }: Placed): KubeProxySign | undefined {
  if (fact.kind === 'kube-proxy') {
    return { runs: fact.runs, tool: fact.tool, at: { uri, span: fact.span } };
  }
  const isDaemonSet =
    fact.kind === 'workload' && fact.name === 'DaemonSet kube-proxy' && fact.namespace === 'kube-system';
  return isDaemonSet ? { runs: true, tool: 'manifest', at: { uri, span: fact.span } } : undefined;
}
