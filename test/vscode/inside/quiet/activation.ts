import assert from 'node:assert/strict';
import { join } from 'node:path';

import { describe, it } from 'mocha';
import { commands, type Disposable, type Extension, extensions, Uri, window, workspace } from 'vscode';

import { activate, deactivate } from '../../../../client/src/extension.ts';

const budget = 50;

describe('The extension', () => {
  it('stays asleep in a folder without YAML', async () => {
    const folder = workspace.workspaceFolders?.[0];
    assert.ok(folder);
    await window.showTextDocument(Uri.joinPath(folder.uri, 'readme.txt'));
    await new Promise((resolve) => setTimeout(resolve, 1000));
    assert.equal(installed().isActive, false);
  });

  // Called directly: how long the editor takes to get there is not ours to keep.
  it(`does its work of activation within ${budget} ms, whatever the server does`, async () => {
    const subscriptions: Disposable[] = [];
    const { extensionUri } = installed();
    const asAbsolutePath = (path: string): string => join(installed().extensionPath, path);
    const start = performance.now();
    activate({ subscriptions, asAbsolutePath, extensionUri });
    const milliseconds = performance.now() - start;
    await deactivate();
    for (const subscription of subscriptions.reverse()) subscription.dispose();
    assert.ok(milliseconds < budget, `it took ${milliseconds.toFixed(1)} ms`);
  });

  it('wakes up when it is needed', async () => {
    await installed().activate();
    assert.equal(installed().isActive, true);
    const known = await commands.getCommands(true);
    assert.ok(known.includes('ciliumMeshLint.restartServer'));
    assert.ok(known.includes('ciliumMeshLint.showLog'));
  });
});

function installed(): Extension<unknown> {
  const extension = extensions.getExtension('cilium-mesh-lint.cilium-mesh-lint');
  assert.ok(extension);
  return extension;
}
