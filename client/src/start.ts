import { type ExtensionContext, type LogOutputChannel, Uri, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';

import { registerCommands } from './commands.ts';
import { explainRuleCommand } from './explain-rule.ts';
import { filesWithFindings } from './files-with-findings.ts';
import { languageServer, type LanguageServer } from './language-server.ts';
import { followFileSystems } from './new-file-systems.ts';
import { openConfigurationCommand } from './open-configuration.ts';
import { peekCommand } from './peek.ts';
import { reportPanel } from './report-panel.ts';
import { statusLines } from './status.ts';
import { trafficPanel } from './traffic/panel.ts';
import { workloadView } from './workloads/view.ts';

/** Starts everything, on a desktop as in a browser. Does not wait for the server. */
export function start(
  context: Pick<ExtensionContext, 'subscriptions' | 'extensionUri'>,
  createClient: (log: LogOutputChannel) => BaseLanguageClient,
): LanguageServer {
  // Lives as long as the extension host: the end of the server's process is logged after everything else.
  const log = window.createOutputChannel('Cilium Mesh Lint', { log: true });
  const server = languageServer(() => createClient(log), log);
  const report = reportPanel(server);
  const panel = trafficPanel(server, Uri.joinPath(context.extensionUri, 'dist'));
  context.subscriptions.push(
    panel,
    report,
    explainRuleCommand(context.extensionUri),
    openConfigurationCommand(),
    peekCommand(),
    filesWithFindings(),
    ...registerCommands(server, log, { trafficPanel: panel, reportPanel: report }),
  );
  void server.start();
  context.subscriptions.push(statusLines(server), workloadView(server), followFileSystems(server));
  return server;
}
