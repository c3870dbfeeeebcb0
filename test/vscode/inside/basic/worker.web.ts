import assert from 'node:assert/strict';

import { afterEach, describe, it } from 'mocha';
import { env, UIKind } from 'vscode';

import { closeAll, extension, namespace, open, problemOfValues, values } from '../workspace.ts';

describe('In a browser', () => {
  afterEach(closeAll);

  it('the extension runs in a web worker, over files that it cannot read itself', async () => {
    await open(values);
    await problemOfValues();
    assert.equal(extension().isActive, true);
    assert.equal(env.uiKind, UIKind.Web);
    assert.ok('WorkerGlobalScope' in globalThis, 'this is a worker');
    assert.ok(!('Buffer' in globalThis), 'there is no Node');
    for (const file of [values, namespace]) assert.notEqual(file.scheme, 'file');
  });
});
