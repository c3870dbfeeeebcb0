import { commands, type Disposable, env, EventEmitter, l10n, Uri, window, workspace } from 'vscode';

import type { LanguageServer } from '../language-server.ts';

/** A document of this scheme is made by us: it can be read and searched, and never has to be saved. */
const scheme = 'cilium-mesh-lint';
const address = Uri.from({ scheme, path: '/Workloads.txt' });

/** Milliseconds for which a note stands in the status bar. */
const noteTime = 5_000;

/** The view of workloads as lines of text, which every screen reader and every search can read. */
export interface WorkloadsAsText extends Pick<Disposable, 'dispose'> {
  /** Writes it anew, where it is open. */
  readonly refresh: () => void;
}

/** Registers the text, the command that shows it, and the one that copies it. */
export function workloadsAsText(server: LanguageServer): WorkloadsAsText {
  const changed = new EventEmitter<Uri>();
  const ask = (): Promise<string | undefined> => server.request<string>('ciliumMeshLint/workloadsText');
  const disposables = [
    changed,
    workspace.registerTextDocumentContentProvider(scheme, {
      onDidChange: changed.event,
      provideTextDocumentContent: async () => {
        const text = await ask();
        return isFilled(text) ? text : whyNone(text);
      },
    }),
    commands.registerCommand('ciliumMeshLint.showWorkloadsAsText', async () => {
      changed.fire(address);
      await window.showTextDocument(await workspace.openTextDocument(address));
    }),
    commands.registerCommand('ciliumMeshLint.copyWorkloadsAsText', async () => {
      const text = await ask();
      if (!isFilled(text)) {
        void window.showWarningMessage(whyNone(text));
        return;
      }
      await env.clipboard.writeText(text);
      window.setStatusBarMessage(l10n.t('The workloads are in the clipboard.'), noteTime);
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

function isFilled(text: string | undefined): text is string {
  return text !== undefined && text !== '';
}

function whyNone(text: string | undefined): string {
  return text === undefined
    ? l10n.t('Cilium Mesh Lint is not running.')
    : l10n.t('No installs of Cilium, namespaces or workloads were found.');
}
