import data from '../../../schemas/cilium/kube-proxy.json' with { type: 'json' };
import { oneOf } from './one-of.ts';

/** What makes a cluster and decides whether kube-proxy is a part of it. */
export type ClusterTool = keyof typeof data.tools;

/** How a tool is spoken of. */
export interface ClusterToolWords {
  readonly title: string;
  /** How kube-proxy is left out, as a request. */
  readonly leaveOut: string;
  /** What `k8sServiceHost` and `k8sServicePort` are there; absent where it depends on the cluster. */
  readonly apiServer?: string;
}

/** The words for a tool. */
export function wordsForTool(tool: ClusterTool): ClusterToolWords {
  return data.tools[tool];
}

/** A key of YAML that tells whether there is a kube-proxy. */
export interface KubeProxyKey {
  readonly tool: ClusterTool;
  /** The key with as many of those above it as it takes to know it. */
  readonly path: readonly string[];
  /** A file can only hold it if one of these texts stands in it. */
  readonly hints: readonly string[];
  /** A text that stands somewhere in the same document. */
  readonly beside?: string | undefined;
  readonly off: readonly string[];
  readonly on: readonly string[];
}

/** A text of one line that tells it: of a command, or an item of a list. */
export interface KubeProxyText {
  readonly tool: ClusterTool;
  readonly hints: readonly string[];
  readonly pattern: RegExp;
  readonly runs: boolean;
}

function isTool(name: string): name is ClusterTool {
  return name in data.tools;
}

const tools: readonly ClusterTool[] = Object.keys(data.tools).filter(isTool);

/** All keys that tell it. */
export const kubeProxyKeys: readonly KubeProxyKey[] = data.keys.map((row) => ({
  ...row,
  tool: oneOf(tools, row.tool),
}));

/** All texts that tell it. */
export const kubeProxyTexts: readonly KubeProxyText[] = data.texts.map((row) => ({
  ...row,
  tool: oneOf(tools, row.tool),
  pattern: new RegExp(row.pattern, 'gm'),
}));
