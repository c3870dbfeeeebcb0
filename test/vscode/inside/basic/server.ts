import assert from 'node:assert/strict';

import { afterEach, describe, it } from 'mocha';
import { commands, window } from 'vscode';

import { closeAll, open, problemOfValues, problems, until, values } from '../workspace.ts';

describe('The server', () => {
  afterEach(closeAll);

  it('can be restarted by command and then says the same', async () => {
    await open(values);
    const { message } = await problemOfValues();
    const restarted = commands.executeCommand('ciliumMeshLint.restartServer');
    await until('the old problems are gone', () => (problems(values).length === 0 ? true : undefined));
    await restarted;
    assert.equal((await problemOfValues()).message, message);
  });

  it('has a log that a command shows', async () => {
    await open(values);
    await commands.executeCommand('ciliumMeshLint.showLog');
    await until('the log', () =>
      window.visibleTextEditors.find(
        ({ document: { uri } }) => uri.scheme === 'output' && uri.path.includes('Cilium'),
      ),
    );
    await commands.executeCommand('workbench.action.closePanel');
  });
});
