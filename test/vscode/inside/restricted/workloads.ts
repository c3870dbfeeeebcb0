import assert from 'node:assert/strict';

import { afterEach, describe, it } from 'mocha';
import { commands, window } from 'vscode';

import { closeAll, open, problemOfValues, until, values } from '../workspace.ts';

describe('In Restricted Mode', () => {
  afterEach(closeAll);

  it('the view of workloads shows what there is', async () => {
    await open(values);
    await problemOfValues();
    await commands.executeCommand('ciliumMeshLint.workloads.focus');
    await commands.executeCommand('ciliumMeshLint.showWorkloadsAsText');
    const text = await until('the text', () => {
      const { document } = window.activeTextEditor ?? {};
      return document?.uri.scheme === 'cilium-mesh-lint' ? document.getText() : undefined;
    });
    assert.match(text, /in mesh \(Istio sidecar\)/);
  });
});
