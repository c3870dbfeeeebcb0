import { commands, EventEmitter, l10n, languages, type TreeDataProvider, window, workspace } from 'vscode';

import { documents } from '../documents.ts';
import type { LanguageServer } from '../language-server.ts';
import type { Status } from '../status.ts';
import { workloadsAsText } from './as-text.ts';
import { workloadDecorations } from './decorations.ts';
import { itemOf } from './item.ts';
import type { WorkloadNode, WorkloadNodes } from './model.ts';

/** The view of the manifest. */
const viewId = 'ciliumMeshLint.workloads';
/** Is set once the server has said whether there is anything to show: until then the view shows that it is busy. */
const emptyContext = 'ciliumMeshLint.hasNoWorkloads';

const quietTime = 400;

/** The view of clusters, namespaces and workloads, and what applies to them. It follows the workspace. */
export function workloadView(server: LanguageServer): { readonly dispose: () => void } {
  const changed = new EventEmitter<undefined>();
  const asText = workloadsAsText(server);
  let waiting: ReturnType<typeof setTimeout> | undefined;

  const provider: TreeDataProvider<WorkloadNode> = {
    onDidChangeTreeData: changed.event,
    getTreeItem: itemOf,
    getChildren: async (node) => {
      const answer = await nodesOf(server, node?.path ?? []);
      if (node === undefined) await showWhole(answer);
      return [...(answer?.nodes ?? [])];
    },
  };
  const view = window.createTreeView(viewId, { treeDataProvider: provider, showCollapseAll: true });

  const showBadge = (toMend: number): void => {
    const tooltip = l10n.t('{0} to mend', toMend);
    view.badge = toMend === 0 ? undefined : { value: toMend, tooltip };
  };
  const showWhole = async (answer: WorkloadNodes | undefined): Promise<void> => {
    showBadge(answer?.toMend ?? 0);
    await commands.executeCommand('setContext', emptyContext, answer?.nodes.length === 0);
  };
  const refresh = (): void => {
    clearTimeout(waiting);
    changed.fire(undefined);
    asText.refresh();
  };
  const countAnew = async (): Promise<void> => {
    const status = await server.request<Status>('ciliumMeshLint/status');
    showBadge(status === undefined ? 0 : status.findings.error + status.findings.warning);
  };
  /** Of a view that is not seen only the badge is. */
  const follow = (): void => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      if (view.visible) refresh();
      else void countAnew();
    }, quietTime);
  };
  const onDisk = workspace.createFileSystemWatcher('**/*.{yaml,yml}');

  const disposables = [
    view,
    changed,
    asText,
    window.registerFileDecorationProvider(workloadDecorations),
    languages.onDidChangeDiagnostics(follow),
    workspace.onDidChangeTextDocument(({ document }) => {
      if (languages.match(documents(), document) > 0) follow();
    }),
    workspace.onDidChangeWorkspaceFolders(follow),
    onDisk,
    onDisk.onDidChange(follow),
    onDisk.onDidCreate(follow),
    onDisk.onDidDelete(follow),
    view.onDidChangeVisibility(follow),
    commands.registerCommand('ciliumMeshLint.refreshWorkloads', async () => {
      // Whoever asks for it doubts what is shown: what changed on disk may not have been told.
      await server.request<Status>('ciliumMeshLint/check');
      refresh();
    }),
  ];
  void commands.executeCommand('setContext', 'ciliumMeshLint.isActive', true);
  return {
    dispose: () => {
      clearTimeout(waiting);
      for (const disposable of disposables) disposable.dispose();
    },
  };
}

function nodesOf(server: LanguageServer, path: readonly string[]): Promise<WorkloadNodes | undefined> {
  return server.request<WorkloadNodes>('ciliumMeshLint/workloads', { path });
}
