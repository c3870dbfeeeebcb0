import type { ClusterTool } from '../knowledge/kube-proxy.ts';
import type { Span } from '../yaml/node.ts';

/** A file says that its cluster keeps kube-proxy, or does without. */
export interface KubeProxyFact {
  readonly kind: 'kube-proxy';
  readonly runs: boolean;
  /** What the file is for. */
  readonly tool: ClusterTool;
  readonly span: Span;
}
