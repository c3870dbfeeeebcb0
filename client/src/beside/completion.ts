import { type CompletionItem, CompletionItemKind, CompletionList, CompletionTriggerKind } from 'vscode';
import type { CompletionMiddleware } from 'vscode-languageclient';

import { otherProviders } from './other-providers.ts';
import { yamlExtensionIsActive } from './yaml-extension.ts';

const others = otherProviders<CompletionList>('vscode.executeCompletionItemProvider');

/**
 * Leaves out what the YAML extension offers under the same label: with the schema of a chart it knows many of the keys and
 * values. What it does not offer stays.
 */
export const provideCompletionItem: CompletionMiddleware['provideCompletionItem'] = async (
  document,
  position,
  context,
  token,
  next,
) => {
  if (others.isAsking(document, position)) return undefined;
  const own = await next(document, position, context, token);
  // Behind a character of ours the editor asks nobody else.
  const isAskedAlone = context.triggerKind === CompletionTriggerKind.TriggerCharacter;
  if (!own || isAskedAlone || !yamlExtensionIsActive()) return own;
  const { items } = await others.ask(document, position);
  // Words of the text are offered only where nobody has anything better.
  const offered = new Set(items.filter(({ kind }) => kind !== CompletionItemKind.Text).map(labelOf));
  const isNew = (item: CompletionItem): boolean => !offered.has(labelOf(item));
  return Array.isArray(own)
    ? own.filter(isNew)
    : new CompletionList(own.items.filter(isNew), own.isIncomplete);
};

function labelOf({ label }: CompletionItem): string {
  return typeof label === 'string' ? label : label.label;
}
