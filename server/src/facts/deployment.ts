import type { Span } from '../yaml/node.ts';
import type { LayerAddress } from './settings.ts';

/** A text that a file names, unless a variable or a template stands there. */
export type Named =
  | { readonly kind: 'text'; readonly text: string; readonly span: Span }
  | { readonly kind: 'unknown'; readonly span: Span };

/**
 * What a relative path starts from: the file that names it (or a folder above, from which people run things), or the
 * repository's root.
 */
export type PathBase = 'file' | 'repository';

/**
 * What holds values for deployments: an object of any name, one of the deployment's name (a HelmChartConfig of k3s), or a
 * file that a tool writes to a machine, by its path there.
 */
export type ValuesObjectKind = 'ConfigMap' | 'Secret' | 'HelmChartConfig' | 'File';

/** One of the places that a deployment takes values from. */
export type ValuesSource =
  | {
      readonly kind: 'file';
      readonly path: string;
      readonly base: PathBase;
      readonly span: Span;
      /**
       * The file may be missing. Whether it is can only be told where its repository is at hand, which any of these
       * files beside it shows (paths from the same base).
       */
      readonly optionalBeside?: readonly string[];
    }
  /** A layer of settings in the deployment's own file. */
  | { readonly kind: 'own-layer'; readonly address: LayerAddress }
  /** A key of an object. With `targetPath` its text is one value at that path, else it is YAML. */
  | {
      readonly kind: 'object';
      readonly object: ValuesObjectKind;
      readonly name: string;
      readonly namespace: string | undefined;
      readonly key: string;
      readonly targetPath: string | undefined;
      /** One that the workspace does not show is not there. */
      readonly isOptional?: true;
      readonly span: Span;
    }
  /** Something that is only known elsewhere: it may set any value. */
  | { readonly kind: 'unknown'; readonly span: Span };

/** A resource that names a chart and its version in a deployment's place. */
export interface ChartSourceReference {
  /** Its Kubernetes kind, such as `OCIRepository`. */
  readonly resource: string;
  readonly name: string;
  readonly namespace: string | undefined;
}

/**
 * Something that installs a chart with values: a Flux HelmRelease, an Argo CD Application, a helmfile release. Which
 * layers it merges, and in which order, is in `values`.
 */
export interface DeploymentFact {
  readonly kind: 'deployment';
  /** For people, such as `HelmRelease cilium`. */
  readonly title: string;
  /** The Kubernetes object that it is, where it is one: kustomizations may patch it or leave it out. */
  readonly object?: { readonly resource: string; readonly name: string };
  /** The chart as written: `cilium`, `cilium/cilium`, `./charts/cilium`, `oci://…/cilium`. Absent where a chart source names it. */
  readonly chart: Named | undefined;
  /** Whether the chart is one of a chart repository, or a folder as seen from this base; absent where it may be either. */
  readonly chartIn?: 'registry' | PathBase;
  readonly chartSource: ChartSourceReference | undefined;
  /** A version or range; absent where the newest is taken, or a chart source says it. */
  readonly version: Named | undefined;
  readonly namespace: string | undefined;
  /** Lowest precedence first. */
  readonly values: readonly ValuesSource[];
  /** The cluster it goes to, where it says so: a kube context, an Argo CD destination. */
  readonly destination: string | undefined;
  /** False for a dry run or a rendering that nobody applies. */
  readonly deploys: boolean;
  /** It stands in a text for people, who may never run it. */
  readonly isExample?: true;
  /** A controller, such as Flux or Argo CD, keeps the cluster as it says, whatever was installed before. */
  readonly isReconciled?: true;
  readonly span: Span;
}

/** A resource that names a chart for deployments which refer to it: an OCIRepository, a HelmChart. */
export interface ChartSourceFact extends ChartSourceReference {
  readonly kind: 'chart-source';
  readonly chart: Named | undefined;
  readonly version: Named | undefined;
  readonly span: Span;
}

/** A key of an object that holds values for deployments (none of a file): as a layer of its own file, or made from another file. */
export interface ValuesObjectFact {
  readonly kind: 'values-object';
  readonly object: ValuesObjectKind;
  readonly name: string;
  readonly namespace: string | undefined;
  readonly key: string;
  readonly holds:
    | { readonly kind: 'own-layer'; readonly address: LayerAddress }
    /** A path relative to the file that makes the object; a second where the tool looks there next. */
    | { readonly kind: 'file'; readonly path: string; readonly orElse?: string }
    | { readonly kind: 'unknown' };
  readonly span: Span;
}
