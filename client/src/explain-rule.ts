import { commands, type Disposable, Uri } from 'vscode';
import type { StaticFeature } from 'vscode-languageclient/node';

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

/** Tells the server that its actions may use the command. */
export const explainedRules: StaticFeature = {
  fillClientCapabilities: (capabilities) => {
    const known: unknown = capabilities.experimental;
    capabilities.experimental = {
      ...(typeof known === 'object' ? known : {}),
      ciliumMeshLint: { explainRule: true },
    };
  },
  initialize: () => undefined,
  getState: () => ({ kind: 'static' }),
  clear: () => undefined,
};
