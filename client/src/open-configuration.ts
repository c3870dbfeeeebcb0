import { commands, type Disposable, Selection, Uri, window, workspace } from 'vscode';

/** Opens a configuration that the server has just added to, with the reason selected that the user is to replace. */
export function openConfigurationCommand(): Disposable {
  return commands.registerCommand(
    'ciliumMeshLint.openConfiguration',
    async (uri: string, placeholder: string) => {
      const document = await workspace.openTextDocument(Uri.parse(uri));
      const editor = await window.showTextDocument(document);
      const key = 'reason: ';
      const at = document.getText().lastIndexOf(key + placeholder);
      if (at === -1) return;
      const [start, end] = [at + key.length, at + key.length + placeholder.length];
      editor.selection = new Selection(document.positionAt(start), document.positionAt(end));
      editor.revealRange(editor.selection);
    },
  );
}
