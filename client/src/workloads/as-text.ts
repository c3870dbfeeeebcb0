import { commands, type Disposable, EventEmitter, l10n, Uri, window, workspace } from 'vscode';

import type { LanguageServer } from '../language-server.ts';

/** A document of this scheme is made by us: it can be read and searched, and never has to be saved. */
const scheme = 'cilium-mesh-lint';
const address = Uri.from({ scheme, path: '/Workloads.txt' });

/** The view of workloads as lines of text, which every screen reader and every search can read. */
export interface WorkloadsAsText extends Pick<Disposable, 'dispose'> {
  /** Writes it anew, where it is open. */
  readonly refresh: () => void;
}

/** Registers the text and the command that shows it. */
export function workloadsAsText(server: LanguageServer): WorkloadsAsText {
  const changed = new EventEmitter<Uri>();
  const disposables = [
    changed,
    workspace.registerTextDocumentContentProvider(scheme, {
      onDidChange: changed.event,
      provideTextDocumentContent: async () => {
        const text = await server.request<string>('ciliumMeshLint/workloadsText');
        if (text === undefined) return l10n.t('Cilium Mesh Lint is not running.');
        return text === '' ? l10n.t('No installs of Cilium, namespaces or workloads were found.') : text;
      },
    }),
    commands.registerCommand('ciliumMeshLint.showWorkloadsAsText', async () => {
      changed.fire(address);
      await window.showTextDocument(await workspace.openTextDocument(address));
    }),
  ];
  return {
    refresh: () => {
      if (workspace.textDocuments.some(({ uri }) => uri.scheme === scheme)) changed.fire(address);
    },
    dispose: () => {
      for (const disposable of disposables) disposable.dispose();
    },
  };
}
