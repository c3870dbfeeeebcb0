/** What the lightbulb offers. */
import assert from 'node:assert/strict';

import {
  type CodeAction,
  commands,
  type Range,
  Selection,
  type TextEditor,
  type Uri,
  workspace,
} from 'vscode';

import { argumentsOf, until } from './workspace.ts';

/**
 * The actions that the lightbulb offers there, with their edits. The editor drops what it was told while another extension, such
 * as Markdown's, comes up: it is asked again until it offers something.
 */
export function actionsAt(file: Uri, range: Range, kind: string): Promise<readonly CodeAction[]> {
  return until(`actions in ${file.path}:${range.start.line + 1}`, async () => {
    const actions = await actionsNow(file, range, kind);
    return actions.length === 0 ? undefined : actions;
  });
}

/** The actions that the lightbulb offers there, asked for once: there may be none. */
export function actionsNow(file: Uri, range: Range, kind: string): Promise<readonly CodeAction[]> {
  return Promise.resolve(
    commands.executeCommand<CodeAction[]>('vscode.executeCodeActionProvider', file, range, kind, 20),
  );
}

/** Makes the edit of an action, and runs what is to come after it. */
export async function apply({ title, edit, command }: CodeAction): Promise<void> {
  assert.ok(edit, `“${title}” has an edit`);
  assert.ok(await workspace.applyEdit(edit));
  if (command !== undefined) await commands.executeCommand(command.command, ...argumentsOf(command));
}

/** The action of a title. */
export function actionTitled(title: string, file: Uri, range: Range): Promise<CodeAction> {
  let offered: readonly string[] = [];
  return until(
    () => `“${title}” among ${offered.join('; ')}`,
    async () => {
      const actions = await actionsNow(file, range, 'quickfix');
      offered = actions.map((action) => action.title);
      return actions.find((action) => action.title === title);
    },
  );
}

/** Opens the menu of the lightbulb with the cursor at a place, and chooses by keyboard. */
export async function chooseFromLightbulb(title: string, editor: TextEditor, range: Range): Promise<void> {
  const started = performance.now();
  const actions = await actionsAt(editor.document.uri, range, 'quickfix');
  // Nothing tells when the menu is there, and when it has done its work: on a slow machine that takes longer.
  const patience = Math.max(1000, 5 * (performance.now() - started));
  const index = actions.findIndex((candidate) => candidate.title === title);
  assert.notEqual(index, -1, `“${title}” is offered`);
  editor.selection = new Selection(range.start, range.start);
  await commands.executeCommand('editor.action.quickFix');
  await new Promise((resolve) => setTimeout(resolve, patience));
  for (let step = 0; step < index; step++) await commands.executeCommand('selectNextCodeAction');
  await commands.executeCommand('acceptSelectedCodeAction');
  await new Promise((resolve) => setTimeout(resolve, patience));
}
