import { l10n, Range, ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState, type Uri } from 'vscode';

import { receivedUri } from '../unsaved-documents.ts';
import { decorationUri } from './decorations.ts';
import type { SentLocation, Severity, WorkloadNode } from './model.ts';

/** A node as the editor shows it. */
export function itemOf(node: WorkloadNode): TreeItem {
  const { kind, path, label, description, location, findings, isExpanded, hasChildren } = node;
  const item = new TreeItem(label, hasChildren ? collapsible(isExpanded) : TreeItemCollapsibleState.None);
  item.id = JSON.stringify(path);
  item.description = description;
  item.tooltip = description === '' ? label : `${label}\n${description}`;
  item.iconPath = iconOf(node);
  item.contextValue = location === null ? kind : `${kind} placed`;
  item.accessibilityInformation = { label: spoken(node), role: 'treeitem' };
  // What stands below a finding's node says how loud it is; the node of the finding itself has its icon for that.
  if (findings !== null && kind !== 'finding') item.resourceUri = decorationUri(path, findings);
  if (location !== null) {
    const [uri, options] = openArguments(location);
    item.command = { command: 'vscode.open', title: l10n.t('Open'), arguments: [uri, options] };
  }
  return item;
}

/** Where `vscode.open` is to go. */
export function openArguments({
  uri,
  range: { start, end },
}: SentLocation): readonly [Uri, { readonly selection: Range }] {
  return [receivedUri(uri), { selection: new Range(start.line, start.character, end.line, end.character) }];
}

function collapsible(isExpanded: boolean): TreeItemCollapsibleState {
  return isExpanded ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed;
}

/** What a screen reader says, with what others see as colours and badges. */
function spoken({ kind, label, description, findings }: WorkloadNode): string {
  if (kind === 'finding' && findings !== null) return `${severityName(findings.worst)}: ${label}`;
  const parts = [named(kind, label)];
  if (description !== '') parts.push(description);
  if (findings !== null) {
    parts.push(
      findings.count === 1
        ? l10n.t('1 finding, {0}', severityName(findings.worst))
        : l10n.t('{0} findings, the worst is {1}', findings.count, severityName(findings.worst)),
    );
  }
  return parts.join(', ');
}

function severityName(severity: Severity): string {
  switch (severity) {
    case 'error':
      return l10n.t('error');
    case 'warning':
      return l10n.t('warning');
    case 'information':
      return l10n.t('information');
    case 'hint':
      return l10n.t('hint');
  }
}

function iconOf({ kind, findings }: WorkloadNode): ThemeIcon {
  if (kind !== 'finding') return new ThemeIcon(icons[kind]);
  switch (findings?.worst) {
    case 'error':
      return new ThemeIcon('error', new ThemeColor('list.errorForeground'));
    case 'warning':
      return new ThemeIcon('warning', new ThemeColor('list.warningForeground'));
    default:
      return new ThemeIcon('info');
  }
}

/** With what it is, where the label alone leaves that open. */
function named(kind: WorkloadNode['kind'], label: string): string {
  switch (kind) {
    case 'folder':
      return l10n.t('Folder {0}', label);
    case 'cluster':
      return l10n.t('Cluster {0}', label);
    case 'namespace':
      return l10n.t('Namespace {0}', label);
    case 'policy':
      return l10n.t('Policy {0}', label);
    default:
      return label;
  }
}

/** Icons of the editor. */
const icons: Readonly<Record<Exclude<WorkloadNode['kind'], 'finding'>, string>> = {
  folder: 'root-folder',
  cluster: 'server-environment',
  install: 'package',
  namespace: 'symbol-namespace',
  workload: 'vm',
  network: 'shield',
  mesh: 'type-hierarchy',
  membership: 'tag',
  policy: 'law',
};
