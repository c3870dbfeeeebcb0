import assert from 'node:assert/strict';

import { afterEach, it } from 'mocha';
import { commands, type TextEdit, type TextEditor, workspace, WorkspaceEdit } from 'vscode';

import { actionsAt, apply } from '../actions.ts';
import { changeOnDisk } from '../files.ts';
import { withSetting } from '../settings.ts';
import { closeAll, placeOf, problemOfValues, until, values, valuesBreakNothing, open } from '../workspace.ts';
import { openWith } from './texts.ts';

const untidy = 'kubeProxyReplacement:   true\nipam:\n      mode:    kubernetes\n';
const tidy = 'kubeProxyReplacement: true\nipam:\n  mode: kubernetes\n';
const fixed = 'kubeProxyReplacement: true\nsocketLB:\n  hostNamespaceOnly: true\nipam:\n  mode: kubernetes\n';

export function formattingTests(): void {
  afterEach(closeAll);

  it('of a text that was fixed keeps the fix', async () => {
    const editor = await openWith(values, untidy);
    await fix(editor);
    await format(editor);
    assert.equal(editor.document.getText(), fixed);
    await valuesBreakNothing();
  });

  it('moves nothing away from the fix', async () => {
    const editor = await openWith(values, untidy);
    await format(editor);
    assert.equal(editor.document.getText(), tidy);
    await fix(editor);
    assert.equal(editor.document.getText(), fixed);
    await format(editor);
    assert.equal(editor.document.getText(), fixed);
  });

  it('and fixing on saving both happen', async () => {
    const restore = await changeOnDisk(values, 'k8sServicePort: 6443', 'k8sServicePort:    6443');
    const actions = { 'source.fixAll.ciliumMeshLint': 'explicit' };
    try {
      await withSetting('editor.formatOnSave', true, () =>
        withSetting('editor.codeActionsOnSave', actions, async () => {
          const editor = await open(values);
          await problemOfValues();
          await editor.edit((edit) => edit.insert(editor.document.lineAt(0).range.end, ' '));
          await commands.executeCommand('workbench.action.files.save');
          await until('both', () => {
            const text = editor.document.getText();
            const isFixed = text.includes('socketLB:\n  hostNamespaceOnly: true\n');
            return isFixed && text.includes('k8sServicePort: 6443') && !editor.document.isDirty
              ? true
              : undefined;
          });
        }),
      );
    } finally {
      await closeAll();
      await restore();
    }
  });
}

async function fix(editor: TextEditor): Promise<void> {
  await problemOfValues();
  const actions = await actionsAt(values, placeOf(editor, 'kubeProxyReplacement'), 'quickfix');
  const preferred = actions.find(({ isPreferred }) => isPreferred === true);
  assert.ok(preferred);
  await apply(preferred);
}

async function format({ document }: TextEditor): Promise<void> {
  const edits = await commands.executeCommand<TextEdit[] | undefined>(
    'vscode.executeFormatDocumentProvider',
    document.uri,
    { tabSize: 2, insertSpaces: true },
  );
  const edit = new WorkspaceEdit();
  edit.set(document.uri, edits ?? []);
  await workspace.applyEdit(edit);
}
