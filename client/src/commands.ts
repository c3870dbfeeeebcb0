import { commands, l10n, window, type Disposable, type LogOutputChannel } from 'vscode';

import type { LanguageServer } from './language-server.ts';
import type { Status } from './status.ts';

/** What commands show. */
export interface Views {
  readonly trafficPanel: { readonly show: () => Promise<void> };
  readonly reportPanel: { readonly show: () => Promise<void>; readonly save: () => Promise<void> };
}

/** The commands of the manifest. */
export function registerCommands(
  server: LanguageServer,
  log: LogOutputChannel,
  { trafficPanel, reportPanel }: Views,
): readonly Disposable[] {
  return [
    commands.registerCommand('ciliumMeshLint.showTrafficPath', () => trafficPanel.show()),
    commands.registerCommand('ciliumMeshLint.showReport', () => reportPanel.show()),
    commands.registerCommand('ciliumMeshLint.saveReport', () => reportPanel.save()),
    commands.registerCommand('ciliumMeshLint.checkWorkspace', () => checkWorkspace(server)),
    commands.registerCommand('ciliumMeshLint.restartServer', () => server.restart()),
    commands.registerCommand('ciliumMeshLint.showLog', () => log.show()),
  ];
}

/** Has everything read anew, and shows what was found, or says that there is nothing. */
async function checkWorkspace(server: LanguageServer): Promise<void> {
  const status = await server.request<Status>('ciliumMeshLint/check');
  if (status === undefined) {
    void window.showWarningMessage(l10n.t('Cilium Mesh Lint is not running.'));
    return;
  }
  const { error, warning, information, hint } = status.findings;
  if (error + warning + information + hint > 0) {
    await commands.executeCommand('workbench.actions.view.problems');
    return;
  }
  void window.showInformationMessage(nothingFound(status));
}

function nothingFound({ installs, files }: Status): string {
  if (files === 1) {
    return installs.length === 0
      ? l10n.t('No install of Cilium was found in 1 file.')
      : l10n.t('Nothing is wrong in 1 file.');
  }
  return installs.length === 0
    ? l10n.t('No install of Cilium was found in {0} files.', files)
    : l10n.t('Nothing is wrong in {0} files.', files);
}
