import type { Span } from '../yaml/node.ts';
import type { Named, PathBase, ValuesSource } from './deployment.ts';
import type { LabelSet } from './labels.ts';

/** The objects that a patch is for. */
export interface PatchTarget {
  /** A Kubernetes kind; absent for any. */
  readonly resource: string | undefined;
  /** In a kustomization's `target` a regular expression for the whole name; absent for any. */
  readonly name: string | undefined;
}

/** What a patch changes in deployments. */
export interface DeploymentPatch {
  /** A partial object that is merged, or a list of operations (RFC 6902), which names no target itself. */
  readonly form: 'merge' | 'operations';
  readonly target: PatchTarget | undefined;
  /** What it lays over the deployment's own values, lowest first: layers of the patch's file. */
  readonly values: readonly ValuesSource[];
  /** Objects with values that it names instead of those of the deployment; absent where it leaves them. */
  readonly valuesFrom: readonly ValuesSource[] | undefined;
  /** The version of the chart that it asks for. */
  readonly version: Named | undefined;
}

/** A file, or a document of it, that only patches deployments of other files. */
export interface DeploymentPatchFact extends DeploymentPatch {
  readonly kind: 'deployment-patch';
  readonly span: Span;
}

/** A patch of a kustomization, in its own text or in another file. */
export interface KustomizationPatch {
  /** The kustomization's own choice of objects, which overrules what the patch says of itself. */
  readonly target: PatchTarget | undefined;
  readonly from:
    | { readonly kind: 'file'; readonly path: string }
    | { readonly kind: 'inline'; readonly patch: DeploymentPatch };
}

/** A namespace that objects are put into by what applies them. */
export interface NamespaceChoice {
  /** Absent where a variable or a template decides. */
  readonly name: string | undefined;
  /** Only objects that name none themselves are put there. */
  readonly isDefault: boolean;
}

/**
 * Something that makes a set of manifests: a kustomization.yaml, or an object that has a folder applied, such as a
 * Kustomization of Flux.
 */
export interface KustomizationFact {
  readonly kind: 'kustomization';
  /** A `component` works only within others. An `applier` is an object of a cluster, and its paths count from the repository. */
  readonly role: 'kustomization' | 'component' | 'applier';
  readonly base: PathBase;
  readonly tool: 'kustomize' | 'flux' | 'argo-cd';
  /** Files and folders that it takes in, as written. `*` stands for what a variable or a template decides. */
  readonly resources: readonly string[];
  readonly components: readonly string[];
  /** In the order in which they are applied. */
  readonly patches: readonly KustomizationPatch[];
  /** The namespace that it puts everything into. */
  readonly namespace?: NamespaceChoice;
  /** Labels that it puts on all pods. */
  readonly podLabels?: LabelSet;
  /** Whatever else it reads, such as values files and the files of generated ConfigMaps. */
  readonly files: readonly string[];
  /** What stands in comments as if it were an entry: people switch things off so. */
  readonly commentedOut: readonly string[];
  readonly span: Span;
}
