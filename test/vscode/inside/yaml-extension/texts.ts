import { type CompletionItem, Range, Selection, type TextEditor, type Uri } from 'vscode';

import { suggestionsAt } from '../asking.ts';
import { open } from '../workspace.ts';

/** Opens a file and replaces its text, without saving it. Where `‸` stood, there is the cursor. */
export async function openWith(file: Uri, text: string): Promise<TextEditor> {
  const editor = await open(file);
  const whole = new Range(0, 0, editor.document.lineCount, 0);
  await editor.edit((edit) => edit.replace(whole, text.replace('‸', '')));
  const cursor = editor.document.positionAt(Math.max(0, text.indexOf('‸')));
  editor.selection = new Selection(cursor, cursor);
  return editor;
}

/** What all extensions together offer at the cursor of such a text. */
export async function offered(file: Uri, text: string, trigger?: string): Promise<readonly CompletionItem[]> {
  const editor = await openWith(file, text);
  return suggestionsAt(editor, editor.selection.active, trigger);
}
