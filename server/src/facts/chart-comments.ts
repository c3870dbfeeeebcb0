import type { Span } from '../yaml/node.ts';

/**
 * What the values file of a chart says of its keys in the comments above them, so far as the chart lies in the workspace.
 * It is kept for people to read, and no rule asks for it.
 */
export interface ChartCommentsFact {
  readonly kind: 'chart-comments';
  /** By key, its segments joined with dots. */
  readonly comments: Readonly<Record<string, string>>;
  readonly span: Span;
}
