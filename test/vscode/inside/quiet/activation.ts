import assert from 'node:assert/strict';

import { describe, it } from 'mocha';
import { commands, window, workspace } from 'vscode';

import { extension, fileOf, until } from '../workspace.ts';

describe('The extension', () => {
  it('stays asleep in a folder without YAML', async () => {
    await window.showTextDocument(fileOf('readme.txt'));
    await new Promise((resolve) => setTimeout(resolve, 1000));
    assert.equal(extension().isActive, false);
  });

  it('wakes up for a script that may install something, with all its commands', async () => {
    await workspace.openTextDocument({
      language: 'shellscript',
      content: 'helm install cilium cilium/cilium\n',
    });
    await until('it is awake', () => (extension().isActive ? true : undefined));
    const known = await commands.getCommands(true);
    for (const command of offeredCommands()) assert.ok(known.includes(command), command);
  });
});

/** Those that the manifest offers in the palette. */
function offeredCommands(): readonly string[] {
  const manifest: unknown = extension().packageJSON;
  const offered = [...JSON.stringify(manifest).matchAll(/"command":"(ciliumMeshLint\.\w+)"/g)];
  assert.ok(offered.length > 0, 'the manifest has commands');
  return offered.map(([, command]) => command ?? '');
}
