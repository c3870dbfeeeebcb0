import type { Span } from '../yaml/node.ts';

/** Something that installs a chart in a namespace: there are pods that no file shows. */
export interface ChartPodsFact {
  readonly kind: 'chart-pods';
  /** The Kubernetes kind and name, such as `HelmRelease grafana`. */
  readonly name: string;
  readonly namespace: string;
  readonly span: Span;
}
