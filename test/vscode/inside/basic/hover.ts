import assert from 'node:assert/strict';

import { afterEach, describe, it } from 'mocha';
import { commands, type Hover, MarkdownString, type TextEditor } from 'vscode';

import { closeAll, open, placeOf, problemOfValues, values } from '../workspace.ts';

describe('Hovering', () => {
  afterEach(closeAll);

  it('over kubeProxyReplacement explains the key', async () => {
    const editor = await open(values);
    await problemOfValues();
    assert.match(await hoverOver(editor, 'kubeProxyReplacement'), /kube-proxy/i);
  });

  it('over socketLB explains the key', async () => {
    const editor = await open(values);
    await editor.edit((edit) =>
      edit.insert(placeOf(editor, 'ipam').start, 'socketLB:\n  hostNamespaceOnly: true\n'),
    );
    assert.match(await hoverOver(editor, 'socketLB'), /hostNamespaceOnly/);
  });
});

async function hoverOver(editor: TextEditor, text: string): Promise<string> {
  const place = placeOf(editor, text).start.translate(0, 1);
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
