import assert from 'node:assert/strict';

import { afterEach, describe, it } from 'mocha';
import { workspace } from 'vscode';

import { actionsAt } from '../actions.ts';
import { closeAll, open, placeOf, problemOfValues, values } from '../workspace.ts';

describe('In Restricted Mode', () => {
  afterEach(closeAll);

  it('a folder that nobody has trusted is checked like any other', async () => {
    assert.equal(workspace.isTrusted, false);
    const editor = await open(values);
    await problemOfValues();
    const actions = await actionsAt(values, placeOf(editor, 'kubeProxyReplacement'), 'quickfix');
    assert.ok(actions.some(({ isPreferred }) => isPreferred === true));
  });
});
