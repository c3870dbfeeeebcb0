import assert from 'node:assert/strict';

import { afterEach, describe, it } from 'mocha';
import { commands, window } from 'vscode';

import { closeAll, extension, until } from '../workspace.ts';

describe('For somebody who is new', () => {
  afterEach(closeAll);

  it('opens the walkthrough, whose every step has its texts', async () => {
    const manifest = JSON.stringify(extension().packageJSON);
    assert.match(manifest, /"walkthroughs":\[\{"id":"start","title":"Get Started with Cilium Mesh Lint"/);
    assert.doesNotMatch(manifest, /%walkthrough/);
    await commands.executeCommand('workbench.action.openWalkthrough', `${extension().id}#start`, false);
    await until('the walkthrough', () =>
      window.tabGroups.all
        .flatMap(({ tabs }) => tabs)
        .find(({ label }) => label.startsWith('Walkthrough') || label.startsWith('Welcome')),
    );
  });
});
