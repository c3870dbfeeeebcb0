import { RequestType, RequestType0, type Location as LspLocation } from 'vscode-languageserver';
import { withSeverities } from '../features/diagnostics.ts';
import { workloadTree } from '../features/workloads/tree.ts';
import { nodeAt, treeAsText, worstOf, type ViewNode } from '../features/workloads/view-node.ts';
import type { Severity } from '../rules/finding.ts';
import type { Documents } from './documents.ts';
import type { Reports } from './reports.ts';
import { rootAround, type Root } from './roots.ts';
import { folderName } from './folder-names.ts';
import { fieldsOf } from './settings.ts';
import { shownLocation } from './shown-location.ts';

/** One line of the view of workloads. */
export interface WorkloadNode {
  readonly kind: ViewNode['kind'];
  /** The ids of the nodes above it and its own: the question for its children. */
  readonly path: readonly string[];
  readonly label: string;
  readonly description: string;
  /** What a click opens. */
  readonly location: LspLocation | null;
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

/** Whose children are asked for; nobody's for the first nodes. */
export interface WorkloadsParams {
  readonly path: readonly string[];
}

/** Asks for one level of the view of workloads. */
export const workloadsRequest = new RequestType<WorkloadsParams, WorkloadNodes | null, never>(
  'ciliumMeshLint/workloads',
);
/** Asks for the whole view of workloads as text. */
export const workloadsTextRequest = new RequestType0<string | null, never>('ciliumMeshLint/workloadsText');

/** One level of the view. What is gone by now has no children. */
export function workloadNodesOf(
  params: unknown,
  roots: readonly Root[],
  documents: Documents,
  reports: Reports,
): WorkloadNodes {
  const asked = fieldsOf(params).get('path');
  const path = Array.isArray(asked) ? asked.map(String) : [];
  const trees = treesOf(roots);
  const nodes = path.length === 0 ? joined(trees) : (nodeAt(joined(trees), path)?.children() ?? []);
  const loud = reports
    .findingsOfWorkspace()
    .filter(({ severity }) => severity === 'error' || severity === 'warning');
  return { nodes: nodes.map((node) => shownNode(node, path, roots, documents)), toMend: loud.length };
}

/** All levels as text. */
export function workloadsTextOf(roots: readonly Root[]): string {
  return treeAsText(joined(treesOf(roots)));
}

interface Tree {
  readonly uri: string;
  readonly name: string;
  readonly nodes: readonly ViewNode[];
}

function treesOf(roots: readonly Root[]): readonly Tree[] {
  return roots
    .map((root) => {
      const { lint, settings } = root;
      const heard = (findings: Parameters<typeof withSeverities>[0]): typeof findings =>
        withSeverities(findings, settings.severity);
      return {
        uri: root.uri,
        name: folderName(root, roots),
        nodes: workloadTree(lint.workloads(), lint.overview(), heard),
      };
    })
    .filter(({ nodes }) => nodes.length > 0);
}

/** Folders are told apart where there are several. */
function joined(trees: readonly Tree[]): readonly ViewNode[] {
  const [only] = trees;
  if (only === undefined || trees.length === 1) return only?.nodes ?? [];
  return trees.map(({ uri, name, nodes }) => {
    const found = nodes.flatMap(({ findings }) => findings ?? []);
    const worst = worstOf(found.map((one) => one.worst));
    return {
      kind: 'folder',
      id: uri,
      label: name,
      description: '',
      at: undefined,
      findings: worst && { count: found.reduce((sum, { count }) => sum + count, 0), worst },
      isExpanded: true,
      hasChildren: true,
      children: () => nodes,
    };
  });
}

function shownNode(
  { kind, id, label, description, at, findings, isExpanded, hasChildren }: ViewNode,
  path: readonly string[],
  roots: readonly Root[],
  documents: Documents,
): WorkloadNode {
  const root = at && rootAround(at.uri, roots);
  return {
    kind,
    path: [...path, id],
    label,
    description,
    location: at && root ? shownLocation(at, root, documents) : null,
    findings: findings ?? null,
    isExpanded,
    hasChildren,
  };
}
