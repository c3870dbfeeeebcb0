import type { MeshInstall } from '../knowledge/mesh-installs.ts';
import type { Span } from '../yaml/node.ts';
import type { ChartSourceReference, PathBase } from './deployment.ts';
import type { Setting } from './settings.ts';

/**
 * A part of a mesh that something installs. It proves that the part is there, not that anybody takes part; only
 * `injects-everywhere` says that workloads do.
 */
export interface MeshInstallFact extends MeshInstall {
  readonly kind: 'mesh-install';
  /** The release, the resource or the DaemonSet. */
  readonly name: string;
  readonly namespace: string | undefined;
  /** As written; absent where nothing or a template says it. */
  readonly version: string | undefined;
  /** What installs it, for people, such as `HelmRelease istio-cni`. */
  readonly via: string;
  /** The key that switches the part on, such as `connectInject.default`; absent where the chart or the resource is the part. */
  readonly key: string | undefined;
  /** It is a Kubernetes object, which a kustomization may leave out. */
  readonly isObject?: true;
  /** It stands in a text for people, who may never do it. */
  readonly isExample?: true;
  readonly span: Span;
}

/** Where a release of a mesh's chart takes values from. Settings are only those that switch parts of a mesh. */
export type MeshValuesSource =
  | { readonly kind: 'inline'; readonly settings: readonly Setting[] }
  | { readonly kind: 'file'; readonly path: string; readonly base: PathBase }
  /** An object of the cluster that a file beside the release may make. */
  | { readonly kind: 'beside' };

/** A release of a chart that may be a mesh's. What it installs is known once its chart source and its files are. */
export interface MeshReleaseFact {
  readonly kind: 'mesh-release';
  /** For people, such as `HelmRelease istio-cni`. */
  readonly via: string;
  /** The chart as written; absent where a chart source names it. */
  readonly chart: string | undefined;
  readonly chartSource: ChartSourceReference | undefined;
  /** What tells whose a chart of a common name is: its repository, the name of its release. */
  readonly evidence: readonly string[];
  /** The name of the release. */
  readonly name: string;
  readonly namespace: string | undefined;
  readonly version: string | undefined;
  /** Lowest precedence first. */
  readonly values: readonly MeshValuesSource[];
  /** It is a Kubernetes object, which a kustomization may leave out. */
  readonly isObject?: true;
  /** It stands in a text for people, who may never do it. */
  readonly isExample?: true;
  readonly span: Span;
}

/** What a values file says that may be of a mesh's chart: the keys that switch parts of a mesh. */
export interface MeshValuesFact {
  readonly kind: 'mesh-values';
  readonly settings: readonly Setting[];
  readonly span: Span;
}
