import { commands, type Disposable, l10n, type LogOutputChannel, window } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';

/** The commands of the manifest. */
export function registerCommands(client: LanguageClient, log: LogOutputChannel): readonly Disposable[] {
  return [
    commands.registerCommand('ciliumMeshLint.restartServer', () => restart(client, log)),
    commands.registerCommand('ciliumMeshLint.showLog', () => log.show()),
  ];
}

async function restart(client: LanguageClient, log: LogOutputChannel): Promise<void> {
  log.info('Restarting the server.');
  try {
    if (client.needsStop()) await client.stop();
    await client.start();
  } catch (error) {
    log.error(error instanceof Error ? error : String(error));
    const showLog = l10n.t('Show Log');
    const chosen = await window.showErrorMessage(
      l10n.t('The server of Cilium Mesh Lint could not be started.'),
      showLog,
    );
    if (chosen === showLog) log.show();
  }
}
