import { commands, type Disposable, type LogOutputChannel } from 'vscode';

import type { LanguageServer } from './language-server.ts';

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
    commands.registerCommand('ciliumMeshLint.restartServer', async () => {
      await server.stop();
      await server.start();
    }),
    commands.registerCommand('ciliumMeshLint.showLog', () => log.show()),
  ];
}
