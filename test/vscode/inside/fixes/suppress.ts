import assert from 'node:assert/strict';

import { afterEach, describe, it } from 'mocha';
import { Position, window, workspace } from 'vscode';

import { actionTitled, apply } from '../actions.ts';
import { withFile } from '../files.ts';
import { closeAll, fileOf, findingsOf, open, placeOf, until } from '../workspace.ts';
import { findingsInNorth, north, restoreFleet, rule, south } from './fleet.ts';

const configuration = fileOf('.cilium-mesh-lint.yaml');

describe('A rule', () => {
  afterEach(closeAll);
  restoreFleet();

  it('is suppressed in a whole file by a comment at its top', async () => {
    const editor = await open(north);
    const [finding] = await findingsInNorth();
    assert.ok(finding);
    const before = editor.document.getText();
    await apply(await actionTitled(`Suppress ${rule} in this file`, north, finding.range));
    assert.equal(editor.document.getText(), `# cilium-mesh-lint-ignore-file ${rule}: reason\n${before}`);
    await findingsOf(rule, north, 0);
    await findingsOf(rule, south, 1);
    await findingsOf('unused-suppression', north, 0);
  });

  it('is suppressed by the configuration file, for the files that it names', async () => {
    await open(north);
    await findingsInNorth();
    const suppression = `suppressions:\n  - rule: ${rule}\n    include: [clusters/north/**]\n    reason: to be renamed\n`;
    await withFile(configuration, suppression, async () => {
      await findingsOf(rule, north, 0);
      await findingsOf(rule, south, 1);
    });
    await findingsInNorth();
  });

  it('is suppressed in a new configuration from the lightbulb, which then asks for the reason', async () => {
    await open(north);
    const [finding] = await findingsInNorth();
    assert.ok(finding);
    const title = `Suppress ${rule} for this file in .cilium-mesh-lint.yaml`;
    await apply(await actionTitled(title, north, finding.range));
    try {
      const editor = await until('the configuration is shown', () => {
        const { activeTextEditor: shown } = window;
        return shown?.document.uri.toString() === configuration.toString() ? shown : undefined;
      });
      assert.match(editor.document.getText(), /include:\n {6}- clusters\/north\/values\.yaml\n/);
      await until('the reason is selected', () =>
        editor.document.getText(editor.selection) === 'reason' ? true : undefined,
      );
      await findingsOf(rule, north, 0);
      await findingsOf(rule, south, 1);
      await closeAll();
    } finally {
      await workspace.fs.delete(configuration);
    }
    await findingsInNorth();
  });

  it('is suppressed by a configuration file that is not saved yet', async () => {
    await open(north);
    await findingsInNorth();
    await withFile(configuration, '', async () => {
      const editor = await open(configuration);
      await editor.edit((edit) => edit.insert(new Position(0, 0), `severities:\n  ${rule}: off\n`));
      await findingsOf(rule, north, 0);
      await closeAll();
    });
    await findingsInNorth();
  });
});

describe('A configuration file', () => {
  afterEach(closeAll);

  it('is told what of it cannot be used', async () => {
    await open(north);
    await findingsInNorth();
    await withFile(configuration, `severities:\n  ${rule}: loud\n`, async () => {
      const editor = await open(configuration);
      const [finding] = await findingsOf('invalid-configuration', configuration, 1);
      assert.equal(finding?.range.start.line, placeOf(editor, 'loud').start.line);
      await findingsInNorth();
      await closeAll();
    });
  });
});

describe('A comment that suppresses nothing', () => {
  afterEach(closeAll);

  it('is told of, and removed by its fix', async () => {
    const editor = await open(north);
    await findingsInNorth();
    const before = editor.document.getText();
    const comment = `# cilium-mesh-lint-ignore-next-line ${rule}: no longer true\n`;
    await editor.edit((edit) => edit.insert(placeOf(editor, 'k8sServiceHost').start, comment));
    const [finding] = await findingsOf('unused-suppression', north, 1);
    assert.ok(finding);
    assert.deepEqual(finding.range, placeOf(editor, rule));
    await apply(await actionTitled('Remove the comment', north, finding.range));
    assert.equal(editor.document.getText(), before);
    await findingsOf('unused-suppression', north, 0);
  });
});
