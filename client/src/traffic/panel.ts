import { l10n, languages, Uri, ViewColumn, type WebviewPanel, window, workspace } from 'vscode';

import type { LanguageServer } from '../language-server.ts';
import { trafficPage } from './page.ts';
import type { Traffic } from './traffic.ts';

const viewType = 'ciliumMeshLint.trafficPath';

/** Shown beside the editor, until it is closed. */
export interface TrafficPanel {
  readonly show: () => Promise<void>;
  readonly dispose: () => void;
}

/** The panel that draws how calls travel. There is one, which follows the workspace while it can be seen. */
export function trafficPanel(server: LanguageServer, dist: Uri): TrafficPanel {
  let panel: WebviewPanel | undefined;
  let shown = '';

  const draw = async (): Promise<void> => {
    const traffic = await server.request<Traffic>('ciliumMeshLint/trafficPaths');
    if (panel === undefined || traffic === undefined) return;
    const content = JSON.stringify(traffic);
    if (content === shown) return;
    shown = content;
    const { webview } = panel;
    webview.html = trafficPage(traffic, {
      scriptUri: webview.asWebviewUri(Uri.joinPath(dist, 'traffic.js')).toString(),
      cspSource: webview.cspSource,
      nonce: crypto.randomUUID().replaceAll('-', ''),
    });
  };
  const follow = languages.onDidChangeDiagnostics(() => {
    if (panel?.visible === true) void draw();
  });

  const open = (): WebviewPanel => {
    const opened = window.createWebviewPanel(viewType, l10n.t('Traffic Paths'), ViewColumn.Beside, {
      enableScripts: true,
      localResourceRoots: [dist],
      enableFindWidget: true,
    });
    opened.webview.onDidReceiveMessage(save);
    opened.onDidChangeViewState(() => void (opened.visible ? draw() : undefined));
    opened.onDidDispose(() => {
      panel = undefined;
      shown = '';
    });
    return opened;
  };

  return {
    show: async () => {
      if (panel === undefined) panel = open();
      else panel.reveal();
      await draw();
    },
    dispose: () => {
      follow.dispose();
      panel?.dispose();
    },
  };
}

/** Writes a picture where the user wants it. What comes from a page is checked before it is used. */
async function save(message: unknown): Promise<void> {
  if (typeof message !== 'object' || message === null) return;
  const field = (key: string): string | undefined => {
    const value: unknown = Reflect.get(message, key);
    return typeof value === 'string' ? value : undefined;
  };
  const name = field('name');
  const content = contentOf(field('text'), field('base64'));
  if (name === undefined || content === undefined || !/^[\w-]+\.(?:svg|png)$/.test(name)) return;
  const folder = workspace.workspaceFolders?.[0]?.uri;
  const target = await window.showSaveDialog({
    ...(folder === undefined ? {} : { defaultUri: Uri.joinPath(folder, name) }),
    filters: name.endsWith('.svg') ? { SVG: ['svg'] } : { PNG: ['png'] },
  });
  if (target !== undefined) await workspace.fs.writeFile(target, content);
}

function contentOf(text: string | undefined, base64: string | undefined): Uint8Array | undefined {
  if (text !== undefined) return new TextEncoder().encode(text);
  return base64 === undefined
    ? undefined
    : Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}
