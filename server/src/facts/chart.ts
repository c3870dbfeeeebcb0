import type { Span } from '../yaml/node.ts';

/** A chart that another chart installs, from `dependencies` of Chart.yaml or Chart.lock. */
export interface ChartDependency {
  readonly name: string;
  /** The key under which the parent's values reach the dependency, where it is not the name. */
  readonly alias: string | undefined;
  /** A version or range as written; absent where there is none or a template stands. */
  readonly version: string | undefined;
  readonly repository: string | undefined;
}

/** What a Chart.yaml (or its lock) says: the chart of its folder. */
export interface ChartFact {
  readonly kind: 'chart';
  readonly file: 'Chart.yaml' | 'Chart.lock';
  readonly name: string | undefined;
  readonly version: string | undefined;
  readonly appVersion: string | undefined;
  readonly dependencies: readonly ChartDependency[];
  readonly span: Span;
}
