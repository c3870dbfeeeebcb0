import assert from 'node:assert/strict';

import { afterEach, describe, it } from 'mocha';

import { actionsAt, actionTitled, apply } from '../actions.ts';
import { closeAll, findingsOf, open, placeOf } from '../workspace.ts';
import { findingsInNorth, north, restoreFleet, rule } from './fleet.ts';

const [preferred, other] = ['Rename to policyEnforcementMode', 'Rename to extraConfig.enable-policy'];

describe('A finding with several fixes', () => {
  afterEach(closeAll);
  restoreFleet();

  it('offers the preferred one first, and one alone is preferred', async () => {
    const editor = await open(north);
    await findingsInNorth();
    const actions = await actionsAt(north, placeOf(editor, 'enable-policy'), 'quickfix');
    assert.deepEqual(
      actions.slice(0, 2).map(({ title, isPreferred }) => [title, isPreferred === true]),
      [
        [preferred, true],
        [other, false],
      ],
    );
    assert.equal(actions.filter(({ isPreferred }) => isPreferred === true).length, 1);
  });

  it('is mended by the other one as well', async () => {
    const editor = await open(north);
    await findingsInNorth();
    const before = editor.document.getText();
    await apply(await actionTitled(other, north, placeOf(editor, 'enable-policy')));
    assert.equal(
      editor.document.getText(),
      before.replace('enable-policy: always', 'extraConfig:\n  enable-policy: always'),
    );
    await findingsOf(rule, north, 2);
  });
});
