import assert from 'node:assert/strict';

import { afterEach, describe, it } from 'mocha';
import { commands, window } from 'vscode';

import { hoverOver } from '../asking.ts';
import { withSetting } from '../settings.ts';
import { closeAll, open, placeOf, problemOfValues, until, values } from '../workspace.ts';

/** In a browser alone: the host of our tests lacks the native module with which Node's extension host writes logs. */
describe('The log', () => {
  afterEach(async () => {
    await commands.executeCommand('workbench.action.closePanel');
    await closeAll();
  });

  it('is shown by a command, with no error in it', async () => {
    await open(values);
    await problemOfValues();
    await commands.executeCommand('ciliumMeshLint.showLog');
    const log = await until('the log', () =>
      / files in \d+ ms/.test(shownLog() ?? '') ? shownLog() : undefined,
    );
    assert.doesNotMatch(log, /\[error\]/);
  });

  it('holds the messages between editor and server while a setting says so', async () => {
    const editor = await open(values);
    await problemOfValues();
    await commands.executeCommand('ciliumMeshLint.showLog');
    const place = placeOf(editor, 'ipam').start;
    const hovered = /textDocument\/hover/;
    assert.match(await hoverOver(editor, place), /ipam/);
    await until('the log', shownLog);
    assert.doesNotMatch(shownLog() ?? '', hovered);
    await withSetting('ciliumMeshLint.trace.server', 'messages', () =>
      until('the message', async () => {
        await hoverOver(editor, place);
        return (shownLog() ?? '').includes('textDocument/hover') ? true : undefined;
      }),
    );
  });
});

function shownLog(): string | undefined {
  return window.visibleTextEditors
    .find(({ document }) => document.uri.scheme === 'output')
    ?.document.getText();
}
