import assert from 'node:assert/strict';

import { afterEach, describe, it } from 'mocha';
import { commands, Range, type TextEditor } from 'vscode';

import { actionsAt, actionsNow, apply } from '../actions.ts';
import { closeAll, open, placeOf, problemOfValues, problems, until, values } from '../workspace.ts';

const added = 'socketLB:\n  hostNamespaceOnly: true\n';

describe('The fix', () => {
  afterEach(closeAll);

  it('is the preferred quick fix, adds the two lines and nothing else, and ends the problem', async () => {
    const editor = await open(values);
    await problemOfValues();
    const actions = await actionsAt(values, placeOf(editor, 'kubeProxyReplacement'), 'quickfix');
    const preferred = actions.filter(({ isPreferred }) => isPreferred === true);
    assert.equal(preferred.length, 1, actions.map(({ title }) => title).join('; '));
    const [fix] = preferred;
    assert.ok(fix);
    assert.match(fix.title, /hostNamespaceOnly/);
    await assertMends(editor, () => apply(fix));
  });

  it('is undone by one undo', async () => {
    const editor = await open(values);
    await problemOfValues();
    const before = editor.document.getText();
    const actions = await actionsAt(values, placeOf(editor, 'kubeProxyReplacement'), 'quickfix');
    const fix = actions.find(({ isPreferred }) => isPreferred === true);
    assert.ok(fix);
    await apply(fix);
    await until('the problem is gone', () => (problems(values).length === 0 ? true : undefined));
    await commands.executeCommand('undo');
    assert.equal(editor.document.getText(), before);
    await problemOfValues();
  });

  it('is what “Fix All” applies', async () => {
    const editor = await open(values);
    await problemOfValues();
    const whole = new Range(0, 0, editor.document.lineCount, 0);
    const [fixAll, ...others] = await actionsAt(values, whole, 'source.fixAll.ciliumMeshLint');
    assert.ok(fixAll);
    assert.equal(others.length, 0);
    assert.equal(fixAll.kind?.value, 'source.fixAll.ciliumMeshLint');
    await assertMends(editor, () => apply(fixAll));
  });

  it('is not offered elsewhere in the file', async () => {
    const editor = await open(values);
    await problemOfValues();
    const actions = await actionsNow(values, placeOf(editor, 'ipam'), 'quickfix');
    assert.deepEqual(
      actions.filter(({ title }) => title.includes('hostNamespaceOnly')),
      [],
    );
  });
});

async function assertMends(editor: TextEditor, mend: () => Promise<void>): Promise<void> {
  const before = editor.document.getText();
  await mend();
  const after = editor.document.getText();
  assert.ok(after.includes(added), after);
  assert.equal(after.replace(added, ''), before);
  await until('the problem is gone', () => (problems(values).length === 0 ? true : undefined));
}
