/** What an editor asks of the extension about a place, as its own features ask. */
import assert from 'node:assert/strict';

import {
  type CompletionItem,
  type CompletionList,
  commands,
  type Hover,
  Location,
  type LocationLink,
  MarkdownString,
  type Position,
  type TextEditor,
  type Uri,
} from 'vscode';

/** The text of all hovers over a place. */
export async function hoverOver(editor: TextEditor, place: Position): Promise<string> {
  const hovers = await commands.executeCommand<Hover[]>(
    'vscode.executeHoverProvider',
    editor.document.uri,
    place,
  );
  return hovers
    .flatMap(({ contents }) => contents)
    .map((content) => (content instanceof MarkdownString ? content.value : JSON.stringify(content)))
    .join('\n');
}

/** What is suggested at a place, the documentation of each included. */
export async function suggestionsAt(
  editor: TextEditor,
  place: Position,
  triggerCharacter?: string,
): Promise<readonly CompletionItem[]> {
  const { items } = await commands.executeCommand<CompletionList>(
    'vscode.executeCompletionItemProvider',
    editor.document.uri,
    place,
    triggerCharacter,
    500,
  );
  return items;
}

/** As the editor shows it. */
export function labelOf({ label }: CompletionItem): string {
  return typeof label === 'string' ? label : label.label;
}

/** The one suggestion of a label. */
export function labelled(items: readonly CompletionItem[], label: string): CompletionItem {
  const [item, ...others] = items.filter((candidate) => labelOf(candidate) === label);
  assert.ok(item, `${label} is none of: ${items.map(labelOf).join(' ')}`);
  assert.equal(others.length, 0, `${label} is suggested once`);
  return item;
}

/** Where “Go to Definition” leads. */
export async function definitionsAt(editor: TextEditor, place: Position): Promise<readonly Location[]> {
  const found = await commands.executeCommand<(Location | LocationLink)[]>(
    'vscode.executeDefinitionProvider',
    editor.document.uri,
    place,
  );
  return found.map((one) => ('uri' in one ? one : new Location(one.targetUri, one.targetRange)));
}

/** Where “Go to References” leads. */
export async function referencesAt(editor: TextEditor, place: Position): Promise<readonly Location[]> {
  return commands.executeCommand<Location[]>('vscode.executeReferenceProvider', editor.document.uri, place);
}

/** Places as `name of the file:line`, in order; lines count from 1, as editors show them. */
export function placesOf(locations: readonly Location[]): readonly string[] {
  return locations.map(({ uri, range }) => `${nameOf(uri)}:${range.start.line + 1}`).sort();
}

function nameOf({ path }: Uri): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
