import type { Span } from '../yaml/node.ts';

/** A values file that a command names, as written; `unknown` where a variable or substitution stands. */
export interface ValuesFileArgument {
  readonly path: string | 'unknown';
  readonly span: Span;
}

/**
 * A `helm install|upgrade|template` or `cilium install|upgrade` in a script. What its `--set` arguments say is a
 * settings layer of its own with the same command index in its address.
 */
export interface HelmCommandFact {
  readonly kind: 'helm-command';
  /** 0-based place among the chart commands of the file. */
  readonly command: number;
  readonly tool: 'helm' | 'cilium';
  readonly verb: 'install' | 'upgrade' | 'template';
  /** The chart argument as written, such as `cilium/cilium` or `./charts/cilium`. */
  readonly chart: string;
  readonly release?: string;
  readonly namespace?: string;
  /** From `--version`; `unknown` where a variable stands. */
  readonly version?: string | 'unknown';
  readonly kubeContext?: string;
  /** In the order of the command line: later files win. */
  readonly valuesFiles: readonly ValuesFileArgument[];
  readonly span: Span;
}
