import type { Span } from '../yaml/node.ts';
import type { Named } from './deployment.ts';
import type { LayerAddress } from './settings.ts';

/** A values file that a command reads. */
export interface ValuesFileArgument {
  /** The path as written; `-` is the standard input. */
  readonly file: Named;
  /** The script writes the values itself, in a here-document: the layer that they are. */
  readonly ownLayer?: LayerAddress;
}

/** A `helm install|upgrade|template` or `cilium install|upgrade` in a script. */
export interface HelmCommandFact {
  readonly kind: 'helm-command';
  /** The layer of its `--set` arguments, where they set anything of Cilium. */
  readonly ownLayer: LayerAddress;
  /** A variable among its arguments may set values for a dependency of the chart. */
  readonly hidesValues?: true;
  readonly tool: 'helm' | 'cilium';
  readonly verb: 'install' | 'upgrade' | 'template';
  /** The chart argument as written, such as `cilium/cilium` or `./charts/cilium`. */
  readonly chart: string;
  readonly release?: string;
  readonly namespace?: string;
  /** From `--version`. */
  readonly version?: Named;
  readonly kubeContext?: string;
  /** In the order of the command line: later files win. */
  readonly valuesFiles: readonly ValuesFileArgument[];
  /** It installs where nothing is installed yet, and does not only upgrade. */
  readonly creates: boolean;
  /** False for a dry run, and for a template that goes neither to `kubectl apply` nor to a file. */
  readonly deploys: boolean;
  /** It stands in a text for people, who may never run it. */
  readonly isExample?: true;
  readonly span: Span;
}
