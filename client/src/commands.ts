import { commands, type Disposable, type LogOutputChannel } from 'vscode';

import type { LanguageServer } from './language-server.ts';

/** The commands of the manifest. */
export function registerCommands(server: LanguageServer, log: LogOutputChannel): readonly Disposable[] {
  return [
    commands.registerCommand('ciliumMeshLint.restartServer', async () => {
      await server.stop();
      await server.start();
    }),
    commands.registerCommand('ciliumMeshLint.showLog', () => log.show()),
  ];
}
