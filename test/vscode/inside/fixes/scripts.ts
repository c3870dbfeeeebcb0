import assert from 'node:assert/strict';

import { afterEach, describe, it } from 'mocha';

import { actionTitled, apply } from '../actions.ts';
import { closeAll, fileOf, findingsOf, open, placeOf } from '../workspace.ts';
import { rule } from './fleet.ts';

const install = fileOf('clusters/south/install.sh');

describe('A command in a script', () => {
  afterEach(closeAll);

  it('is found wrong where its argument is, and mended there', async () => {
    const editor = await open(install);
    const before = editor.document.getText();
    const argument = ' --set autoDirectNodeRoute=false';
    await editor.edit((edit) => edit.insert(placeOf(editor, 'values.yaml').end, argument));
    const [finding] = await findingsOf(rule, install, 1);
    assert.ok(finding);
    assert.deepEqual(finding.range, placeOf(editor, 'autoDirectNodeRoute'));
    await apply(await actionTitled('Rename to autoDirectNodeRoutes', install, finding.range));
    assert.equal(
      editor.document.getText(),
      before.replace('values.yaml', 'values.yaml --set autoDirectNodeRoutes=false'),
    );
    await findingsOf(rule, install, 0);
  });
});
