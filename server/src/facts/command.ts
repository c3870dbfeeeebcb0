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
  /** In the order of the command line: later files win. `-` is the standard input. */
  readonly valuesFiles: readonly ValuesFileArgument[];
  /** The lines of the here-document that `-f -` reads, where the script has one. */
  readonly standardInput?: Span;
  /** False for a dry run, and for a template that goes neither to `kubectl apply` nor to a file. */
  readonly deploys: boolean;
  readonly span: Span;
}
