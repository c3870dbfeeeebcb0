import assert from 'node:assert/strict';

import { afterEach, describe, it } from 'mocha';
import { commands, languages, Position, Uri, workspace } from 'vscode';

import { actionTitled, apply } from '../actions.ts';
import { hoverOver, labelled, suggestionsAt } from '../asking.ts';
import { read } from '../files.ts';
import {
  closeAll,
  fileOf,
  findingsOf,
  open,
  placeOf,
  problemOfValues,
  problems,
  values,
} from '../workspace.ts';

describe('A document', () => {
  afterEach(closeAll);

  it('that was never saved is checked by itself, as what it is to be called', async () => {
    await open(values);
    await problemOfValues();
    const unsaved = fileOf('new/values.yaml').with({ scheme: 'untitled' });
    const editor = await open(unsaved);
    const text = `${await read(values)}routingmode: native\n`;
    await editor.edit((edit) => edit.insert(new Position(0, 0), text));
    const [finding] = await findingsOf('unknown-setting', unsaved, 1);
    assert.ok(finding);
    assert.equal(editor.document.getText(finding.range), 'routingmode');
    await closeAll();
    await findingsOf('unknown-setting', unsaved, 0);
  });

  it('that was never saved and has no name is checked by its language', async () => {
    const text = `${await read(values)}routingmode: native\n`;
    const { uri } = await workspace.openTextDocument({ language: 'yaml', content: text });
    assert.equal(uri.scheme, 'untitled');
    const editor = await open(uri);
    const [finding] = await findingsOf('unknown-setting', uri, 1);
    assert.ok(finding);
    assert.equal(editor.document.getText(finding.range), 'routingmode');
    assert.match(await hoverOver(editor, placeOf(editor, 'kubeProxyReplacement').start), /kube-proxy/);
    labelled(await suggestionsAt(editor, placeOf(editor, 'routingmode').end), 'routingMode');

    await apply(await actionTitled('Rename to routingMode', uri, finding.range));
    await findingsOf('unknown-setting', uri, 0);
    assert.match(editor.document.getText(), /^routingMode: native$/m);

    await commands.executeCommand('undo');
    await findingsOf('unknown-setting', uri, 1);
    await languages.setTextDocumentLanguage(editor.document, 'plaintext');
    await findingsOf('unknown-setting', uri, 0);
    await languages.setTextDocumentLanguage(editor.document, 'yaml');
    await findingsOf('unknown-setting', uri, 1);
    await closeAll();
    await findingsOf('unknown-setting', uri, 0);
  });

  it('that was never saved is read as a script where that is its language', async () => {
    const content = 'helm install cilium cilium/cilium --version 1.16.4 --set routingmode=native\n';
    const { uri } = await workspace.openTextDocument({ language: 'shellscript', content });
    await open(uri);
    await findingsOf('unknown-setting', uri, 1);
  });

  it('that shows an old version of a file is left alone', async () => {
    await open(values);
    await problemOfValues();
    const text = await read(values);
    const provider = workspace.registerTextDocumentContentProvider('old-version', {
      provideTextDocumentContent: () => text,
    });
    try {
      const old = Uri.from({ scheme: 'old-version', path: values.path });
      const editor = await open(old);
      assert.equal(editor.document.languageId, 'yaml');
      assert.equal(await hoverOver(editor, placeOf(editor, 'kubeProxyReplacement').start), '');
      assert.deepEqual(problems(old), []);
      await problemOfValues();
    } finally {
      provider.dispose();
    }
  });
});
