/** A place as the server writes it. */
export interface SentLocation {
  readonly uri: string;
  readonly range: { readonly start: SentPosition; readonly end: SentPosition };
}

/** 0-based, in UTF-16 code units. */
export interface SentPosition {
  readonly line: number;
  readonly character: number;
}

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** One line of the view (`ciliumMeshLint/workloads`). */
export interface WorkloadNode {
  readonly kind:
    | 'folder'
    | 'cluster'
    | 'install'
    | 'namespace'
    | 'workload'
    | 'network'
    | 'mesh'
    | 'membership'
    | 'policy'
    | 'finding';
  /** The ids of the nodes above it and its own. */
  readonly path: readonly string[];
  readonly label: string;
  readonly description: string;
  readonly location: SentLocation | null;
  readonly findings: { readonly count: number; readonly worst: Severity } | null;
  readonly isExpanded: boolean;
  readonly hasChildren: boolean;
}

/** The children of a node, or the first nodes. */
export interface WorkloadNodes {
  readonly nodes: readonly WorkloadNode[];
  /** Errors and warnings of the whole workspace. */
  readonly toMend: number;
}
