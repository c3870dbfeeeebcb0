import { commands, l10n, Uri, ViewColumn, type WebviewPanel, window, workspace } from 'vscode';

import type { LanguageServer } from './language-server.ts';
import { openArguments } from './workloads/item.ts';
import type { SentLocation } from './workloads/model.ts';

/** What links on the page run. */
const placeCommand = 'ciliumMeshLint.open';

/** The report on the workspace, beside the editor or as a file. */
export interface ReportPanel {
  readonly show: () => Promise<void>;
  readonly save: () => Promise<void>;
  readonly dispose: () => void;
}

/** The page comes whole from the server: it has no script, and needs nothing from elsewhere. Its links open files. */
export function reportPanel(server: LanguageServer): ReportPanel {
  let panel: WebviewPanel | undefined;

  const page = async (links: { readonly placeCommand?: string }): Promise<string | undefined> => {
    const html = await server.request<string>('ciliumMeshLint/report', links);
    if (html === undefined) void window.showWarningMessage(l10n.t('Cilium Mesh Lint is not running.'));
    return html;
  };

  const opening = commands.registerCommand(placeCommand, async (place: SentLocation) => {
    await commands.executeCommand('vscode.open', ...openArguments(place));
  });

  return {
    show: async () => {
      const html = await page({ placeCommand });
      if (html === undefined) return;
      if (panel === undefined) {
        panel = window.createWebviewPanel(
          'ciliumMeshLint.report',
          l10n.t('Cilium Mesh Lint Report'),
          ViewColumn.Active,
          {
            enableScripts: false,
            enableCommandUris: [placeCommand],
            localResourceRoots: [],
            enableFindWidget: true,
          },
        );
        panel.onDidDispose(() => {
          panel = undefined;
        });
      } else panel.reveal();
      panel.webview.html = html;
    },
    save: async () => {
      const html = await page({});
      if (html === undefined) return;
      const folder = workspace.workspaceFolders?.[0]?.uri;
      const target = await window.showSaveDialog({
        ...(folder === undefined ? {} : { defaultUri: Uri.joinPath(folder, 'cilium-mesh-lint.html') }),
        filters: { HTML: ['html'] },
      });
      if (target !== undefined) await workspace.fs.writeFile(target, new TextEncoder().encode(html));
    },
    dispose: () => {
      opening.dispose();
      panel?.dispose();
    },
  };
}
