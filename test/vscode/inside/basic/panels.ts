import assert from 'node:assert/strict';

import { afterEach, describe, it } from 'mocha';
import { commands, type Tab, TabInputWebview, window } from 'vscode';

import { closeAll, open, problemOfValues, ruleName, until, values } from '../workspace.ts';

describe('What is shown beside the text', () => {
  afterEach(closeAll);

  it('draws how calls travel', async () => {
    await open(values);
    await problemOfValues();
    await commands.executeCommand('ciliumMeshLint.showTrafficPath');
    await until('the panel', () => webviews('ciliumMeshLint.trafficPath')[0]);
    await commands.executeCommand('ciliumMeshLint.showTrafficPath');
    assert.equal(webviews('ciliumMeshLint.trafficPath').length, 1, 'there is one panel');
  });

  it('reports on the workspace', async () => {
    await open(values);
    await problemOfValues();
    await commands.executeCommand('ciliumMeshLint.showReport');
    await until('the report', () => webviews('ciliumMeshLint.report')[0]);
  });

  it('explains a rule inside the editor', async () => {
    await open(values);
    await problemOfValues();
    await commands.executeCommand('ciliumMeshLint.explainRule', ruleName);
    await until('the page of the rule', () => tabs().find(({ label }) => label.includes(`${ruleName}.md`)));
  });
});

function tabs(): readonly Tab[] {
  return window.tabGroups.all.flatMap((group) => group.tabs);
}

function webviews(viewType: string): readonly Tab[] {
  return tabs().filter(({ input }) => input instanceof TabInputWebview && input.viewType.endsWith(viewType));
}
