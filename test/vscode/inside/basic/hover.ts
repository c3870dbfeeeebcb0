import assert from 'node:assert/strict';

import { afterEach, describe, it } from 'mocha';

import { hoverOver } from '../asking.ts';
import { closeAll, open, placeOf, problemOfValues, values } from '../workspace.ts';

describe('Hovering', () => {
  afterEach(closeAll);

  it('over kubeProxyReplacement explains the key', async () => {
    const editor = await open(values);
    await problemOfValues();
    assert.match(await hoverOver(editor, placeOf(editor, 'kubeProxyReplacement').start), /kube-proxy/i);
  });

  it('over socketLB explains the key', async () => {
    const editor = await open(values);
    await editor.edit((edit) =>
      edit.insert(placeOf(editor, 'ipam').start, 'socketLB:\n  hostNamespaceOnly: true\n'),
    );
    assert.match(await hoverOver(editor, placeOf(editor, 'socketLB').start), /hostNamespaceOnly/);
  });
});
