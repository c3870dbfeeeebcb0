import assert from 'node:assert/strict';

import { afterEach, describe, it } from 'mocha';
import { workspace } from 'vscode';

import { closeAll, codeOf, namespace, open, problemOfValues, ruleName, values } from '../workspace.ts';

describe('A file that is not open', () => {
  afterEach(closeAll);

  it('has its problem in the Problems list once any YAML file has been opened', async () => {
    await open(namespace);
    const problem = await problemOfValues();
    assert.equal(codeOf(problem), ruleName);
    assert.ok(
      !workspace.textDocuments.some(({ uri }) => uri.toString() === values.toString()),
      'it is still closed',
    );
  });
});
