import { afterEach, describe, it } from 'mocha';
import { commands, window } from 'vscode';

import { changeOnDisk } from '../files.ts';
import { withSetting } from '../settings.ts';
import {
  closeAll,
  namespace,
  open,
  problemOfValues,
  until,
  values,
  valuesBreakNothing,
} from '../workspace.ts';

describe('Checking the workspace', () => {
  afterEach(closeAll);

  it('lists the problems', async () => {
    await open(values);
    await problemOfValues();
    await closeAll();
    await commands.executeCommand('ciliumMeshLint.checkWorkspace');
    await until('what is chosen by keyboard is the problem', async () => {
      await commands.executeCommand('list.focusLast');
      await commands.executeCommand('list.select');
      return window.activeTextEditor?.document.uri.toString() === values.toString() ? true : undefined;
    });
  });

  it('finds what changed while nobody watched', async () => {
    await open(values);
    await problemOfValues();
    await withSetting('files.watcherExclude', { '**': true }, async () => {
      await new Promise((resolve) => setTimeout(resolve, 2000));
      const restore = await changeOnDisk(namespace, 'enabled', 'disabled');
      try {
        await new Promise((resolve) => setTimeout(resolve, 2000));
        await problemOfValues();
        await commands.executeCommand('ciliumMeshLint.checkWorkspace');
        await valuesBreakNothing();
      } finally {
        await restore();
      }
    });
    await commands.executeCommand('ciliumMeshLint.checkWorkspace');
    await problemOfValues();
  });
});
