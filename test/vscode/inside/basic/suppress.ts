import assert from 'node:assert/strict';

import { afterEach, describe, it } from 'mocha';
import { actionsAt, apply } from '../actions.ts';
import {
  closeAll,
  codeOf,
  open,
  placeOf,
  problemOfValues,
  problems,
  ruleName,
  until,
  values,
} from '../workspace.ts';

describe('A finding that is meant to be', () => {
  afterEach(closeAll);

  it('is suppressed by a comment from the lightbulb, and the comment is told of once it does nothing', async () => {
    const editor = await open(values);
    const { range } = await problemOfValues();
    const action = (await actionsAt(values, range, 'quickfix')).find(
      ({ title }) => title === `Suppress ${ruleName} on this line`,
    );
    assert.ok(action, 'the action is offered');
    await apply(action);
    assert.match(
      editor.document.getText(),
      new RegExp(`# cilium-mesh-lint-ignore-next-line ${ruleName}: reason\n`),
    );
    await until('the problem is gone', () => (problems(values).length === 0 ? true : undefined));

    const setting = placeOf(editor, 'kubeProxyReplacement: true');
    await editor.edit((edit) => edit.replace(setting, 'kubeProxyReplacement: false'));
    await until('the comment is told of', () =>
      problems(values).find((problem) => codeOf(problem) === 'unused-suppression'),
    );
  });
});
