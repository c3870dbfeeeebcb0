import { l10n, Uri, ViewColumn, type WebviewPanel, window, workspace } from 'vscode';

import type { LanguageServer } from './language-server.ts';

/** The report on the workspace, beside the editor or as a file. */
export interface ReportPanel {
  readonly show: () => Promise<void>;
  readonly save: () => Promise<void>;
  readonly dispose: () => void;
}

/** The page comes whole from the server: it has no script, and needs nothing from elsewhere. */
export function reportPanel(server: LanguageServer): ReportPanel {
  let panel: WebviewPanel | undefined;

  const page = async (): Promise<string | undefined> => {
    const html = await server.request<string>('ciliumMeshLint/report');
    if (html === undefined) void window.showWarningMessage(l10n.t('Cilium Mesh Lint is not running.'));
    return html;
  };

  return {
    show: async () => {
      const html = await page();
      if (html === undefined) return;
      if (panel === undefined) {
        panel = window.createWebviewPanel(
          'ciliumMeshLint.report',
          l10n.t('Cilium Mesh Lint Report'),
          ViewColumn.Active,
          { enableScripts: false, localResourceRoots: [], enableFindWidget: true },
        );
        panel.onDidDispose(() => {
          panel = undefined;
        });
      } else panel.reveal();
      panel.webview.html = html;
    },
    save: async () => {
      const html = await page();
      if (html === undefined) return;
      const folder = workspace.workspaceFolders?.[0]?.uri;
      const target = await window.showSaveDialog({
        ...(folder === undefined ? {} : { defaultUri: Uri.joinPath(folder, 'cilium-mesh-lint.html') }),
        filters: { HTML: ['html'] },
      });
      if (target !== undefined) await workspace.fs.writeFile(target, new TextEncoder().encode(html));
    },
    dispose: () => {
      panel?.dispose();
    },
  };
}
