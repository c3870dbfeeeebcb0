import { type ExtensionContext, Uri, window } from 'vscode';

import { registerCommands } from './commands.ts';
import { explainRuleCommand } from './explain-rule.ts';
import { languageServer, type LanguageServer } from './language-server.ts';
import { reportPanel } from './report-panel.ts';
import { peekCommand } from './peek.ts';
import { statusItem } from './status.ts';
import { trafficPanel } from './traffic/panel.ts';
import { workloadView } from './workloads/view.ts';

let server: LanguageServer | undefined;

/** Called by the editor once, on the first file that may matter. Does not wait for the server. */
export function activate(
  context: Pick<ExtensionContext, 'subscriptions' | 'asAbsolutePath' | 'extensionUri'>,
): void {
  // Lives as long as the extension host: the end of the server's process is logged after everything else.
  const log = window.createOutputChannel('Cilium Mesh Lint', { log: true });
  server = languageServer(context.asAbsolutePath('dist/server.js'), log);
  const report = reportPanel(server);
  const panel = trafficPanel(server, Uri.joinPath(context.extensionUri, 'dist'));
  context.subscriptions.push(
    panel,
    explainRuleCommand(context.extensionUri),
    peekCommand(),
    ...registerCommands(server, log, { trafficPanel: panel, reportPanel: report }),
  );
  void server.start();
  context.subscriptions.push(statusItem(server), workloadView(server));
}

/** The editor waits for it: the server ends before the editor does. */
export async function deactivate(): Promise<void> {
  await server?.stop();
}
