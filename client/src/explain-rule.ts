import { commands, type Disposable, Uri } from 'vscode';

const command = 'ciliumMeshLint.explainRule';

/** Opens the page of a rule inside the editor, from the extension's own files. */
export function explainRuleCommand(extensionUri: Uri): Disposable {
  return commands.registerCommand(command, async (rule: unknown) => {
    const name = typeof rule === 'string' && /^[a-z0-9-]+$/.test(rule) ? rule : 'README';
    await commands.executeCommand(
      'markdown.showPreview',
      Uri.joinPath(extensionUri, 'docs', 'rules', `${name}.md`),
    );
  });
}
