import type { Location } from '../../facts/location.ts';
import { severityTitle } from '../severity-words.ts';
import type { Severity } from '../../rules/finding.ts';

/** One line of a view in the form of a tree. */
export interface ViewNode {
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
  /** Tells it from its siblings, also after edits elsewhere. */
  readonly id: string;
  readonly label: string;
  /** Further words beside the label; may be empty. */
  readonly description: string;
  /** What a click opens. */
  readonly at: Location | undefined;
  /** Findings on it and on all below it. */
  readonly findings: { readonly count: number; readonly worst: Severity } | undefined;
  /** Whether its children are shown until the user decides otherwise. */
  readonly isExpanded: boolean;
  readonly hasChildren: boolean;
  readonly children: () => readonly ViewNode[];
}

/** A tree as lines of text, two spaces for each level, for screen readers and for pasting. */
export function treeAsText(nodes: readonly ViewNode[], level = 0): string {
  return nodes
    .map((node) => {
      const { kind, label, description, findings } = node;
      const severity =
        kind === 'finding' && findings !== undefined ? `${severityTitle(findings.worst)}: ` : '';
      const more = description === '' ? '' : kind === 'finding' ? ` (${description})` : `: ${description}`;
      return `${'  '.repeat(level)}${severity}${label}${more}\n${treeAsText(node.children(), level + 1)}`;
    })
    .join('');
}

/** The node at the end of a way of ids; absent where there is none any more. */
export function nodeAt(
  nodes: readonly ViewNode[],
  [first, ...rest]: readonly string[],
): ViewNode | undefined {
  const found = nodes.find(({ id }) => id === first);
  return rest.length === 0 || found === undefined ? found : nodeAt(found.children(), rest);
}

const loudestFirst: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/** The loudest of several; absent for none. */
export function worstOf(severities: readonly Severity[]): Severity | undefined {
  return loudestFirst.find((severity) => severities.includes(severity));
}
