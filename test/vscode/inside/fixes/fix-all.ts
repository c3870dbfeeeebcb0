import assert from 'node:assert/strict';

import { afterEach, describe, it } from 'mocha';
import { commands, Range, type TextEditor, workspace } from 'vscode';

import { actionsAt, actionsNow, actionTitled, apply, chooseFromLightbulb } from '../actions.ts';
import { read } from '../files.ts';
import { withSetting } from '../settings.ts';
import { closeAll, findingsOf, open, placeOf, until } from '../workspace.ts';
import { findingsInNorth, north, restoreFleet, rule, south } from './fleet.ts';

const inFile = `Fix all ${rule} in this file`;
const inWorkspace = `Fix all ${rule} in the workspace`;

/** The file in the north as it is once the rule has nothing to say there. */
const mended = (text: string): string =>
  text
    .replace('routingmode', 'routingMode')
    .replace('autoDirectNodeRoute:', 'autoDirectNodeRoutes:')
    .replace('enable-policy', 'policyEnforcementMode');

describe('All fixes of a rule', () => {
  afterEach(closeAll);
  restoreFleet();

  it('are made in the file, by one step that one undo takes back', async () => {
    const editor = await open(north);
    const [finding] = await findingsInNorth();
    assert.ok(finding);
    const before = editor.document.getText();
    await apply(await actionTitled(inFile, north, finding.range));
    assert.equal(editor.document.getText(), mended(before));
    await findingsOf(rule, north, 0);
    await findingsOf(rule, south, 1);
    await commands.executeCommand('undo');
    assert.equal(editor.document.getText(), before);
    await findingsInNorth();
  });

  it('are made in the workspace, in files that are closed as well', async () => {
    const editor = await open(north);
    const [finding] = await findingsInNorth();
    assert.ok(finding);
    const before = editor.document.getText();
    await apply(await actionTitled(inWorkspace, north, finding.range));
    assert.equal(editor.document.getText(), mended(before));
    const closed = await workspace.openTextDocument(south);
    assert.match(closed.getText(), /^routingMode: tunnel$/m);
    for (const file of [north, south]) await findingsOf(rule, file, 0);
  });

  it('are offered for the workspace only where other files have findings, for the file only where it has several', async () => {
    const editor = await open(south);
    const [finding] = await findingsOf(rule, south, 1);
    assert.ok(finding);
    const titles = (await actionsAt(south, finding.range, 'quickfix')).map(({ title }) => title);
    assert.ok(titles.includes(inWorkspace), titles.join('; '));
    assert.ok(!titles.includes(inFile), titles.join('; '));
    const elsewhere = await actionsNow(south, placeOf(editor, 'k8sServicePort'), 'quickfix');
    assert.deepEqual(elsewhere, []);
  });

  it('wait in the workspace until they are confirmed as they are', async () => {
    const { editor, before } = await openPreview();
    await commands.executeCommand('refactorPreview.apply');
    await until('both files are mended', async () =>
      editor.document.getText() === mended(before) && editor.document.isDirty && (await isSouthMended())
        ? true
        : undefined,
    );
  });

  it('leave out in the workspace what the user does not want', async () => {
    const { editor, before } = await openPreview();
    await commands.executeCommand('refactorPreview.focus');
    await commands.executeCommand('list.focusFirst');
    await commands.executeCommand('refactorPreview.toggleCheckedState');
    await commands.executeCommand('refactorPreview.apply');
    // The preview lists the north first.
    await until('the other file is mended', async () => ((await isSouthMended()) ? true : undefined));
    assert.equal(editor.document.getText(), before);
  });

  it('are dropped where the preview is', async () => {
    const { editor, before } = await openPreview();
    await commands.executeCommand('refactorPreview.discard');
    await findingsInNorth();
    assert.equal(editor.document.getText(), before);
  });
});

describe('All fixes of a file', () => {
  afterEach(closeAll);
  restoreFleet();

  it('are one action, with the fixes of every rule', async () => {
    const editor = await open(north);
    await findingsInNorth();
    const whole = new Range(0, 0, editor.document.lineCount, 0);
    const [all, ...others] = await actionsAt(north, whole, 'source.fixAll');
    assert.ok(all);
    assert.deepEqual(others, []);
    const before = editor.document.getText();
    await apply(all);
    const after = editor.document.getText();
    const added = 'socketLB:\n  hostNamespaceOnly: true\n';
    assert.ok(after.includes(added), after);
    assert.equal(after.replace(added, ''), mended(before));
  });

  it('are made on saving, for those who want it so', async () => {
    const onSaving = { 'source.fixAll.ciliumMeshLint': 'explicit' };
    await withSetting('editor.codeActionsOnSave', onSaving, async () => {
      const editor = await open(north);
      await findingsInNorth();
      await editor.edit((edit) => edit.insert(placeOf(editor, '# Two').start, '# Saved.\n'));
      await until('the change is known', async () =>
        (await findingsInNorth())[0]?.range.start.line === 5 ? true : undefined,
      );
      await editor.document.save();
    });
    const saved = await read(north);
    assert.match(saved, /^# Saved\.\n/);
    assert.match(saved, /^routingMode: native$/m);
    assert.match(saved, /^policyEnforcementMode: always$/m);
  });
});

/** Extensions are told only after the text that a document is to be saved; `closeAll` goes by that. */
async function isSouthMended(): Promise<boolean> {
  const document = await workspace.openTextDocument(south);
  return document.isDirty && /^routingMode: tunnel$/m.test(document.getText());
}

/** Asks in the north, where nothing changes yet, for all fixes in the workspace. */
async function openPreview(): Promise<{ readonly editor: TextEditor; readonly before: string }> {
  const editor = await open(north);
  const [finding] = await findingsInNorth();
  assert.ok(finding);
  await findingsOf(rule, south, 1);
  const before = editor.document.getText();
  await chooseFromLightbulb(inWorkspace, editor, finding.range);
  assert.equal(editor.document.getText(), before);
  return { editor, before };
}
