import assert from 'node:assert/strict';

import { afterEach, describe, it } from 'mocha';
import { workspace } from 'vscode';

import { actionsAt, actionTitled, apply } from '../actions.ts';
import { closeAll, fileOf, findingsOf, open, ruleName } from '../workspace.ts';

const [values, install, prod] = [fileOf('values.yaml'), fileOf('install.sh'), fileOf('prod.yaml')];
const title = 'Set socketLB.hostNamespaceOnly: true';

describe('What several layers could mend', () => {
  afterEach(closeAll);

  it('is mended where it was found unless told otherwise', async () => {
    await open(values);
    const [finding] = await findingsOf(ruleName, values, 1);
    assert.ok(finding);
    const actions = await actionsAt(values, finding.range, 'quickfix');
    assert.deepEqual(
      actions.slice(0, 3).map((action) => [action.title, action.isPreferred === true]),
      [
        [title, true],
        [`${title} in install.sh`, false],
        [`${title} in prod.yaml`, false],
      ],
    );
  });

  for (const [file, name, written] of [
    [install, 'install.sh', / --set cilium\.socketLB\.hostNamespaceOnly=true$/m],
    [prod, 'prod.yaml', /^cilium:\n {2}routingMode: native\n {2}socketLB:\n {4}hostNamespaceOnly: true$/m],
  ] as const) {
    it(`is mended in ${name}, which is closed, where that is chosen`, async () => {
      const editor = await open(values);
      const [finding] = await findingsOf(ruleName, values, 1);
      assert.ok(finding);
      const before = editor.document.getText();
      await apply(await actionTitled(`${title} in ${name}`, values, finding.range));
      assert.equal(editor.document.getText(), before);
      assert.match((await workspace.openTextDocument(file)).getText(), written);
      await findingsOf(ruleName, values, 0);
    });
  }
});
