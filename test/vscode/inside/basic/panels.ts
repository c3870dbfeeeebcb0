import assert from 'node:assert/strict';

import { afterEach, describe, it } from 'mocha';
import { commands, type Tab, TabInputWebview, window, workspace } from 'vscode';

import { actionTitled } from '../actions.ts';
import { read } from '../files.ts';

import {
  argumentsOf,
  closeAll,
  fileOf,
  open,
  problemOfValues,
  ruleName,
  until,
  values,
} from '../workspace.ts';

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

  it('draws how calls travel from the lightbulb, for a finding on that', async () => {
    await open(values);
    const { range } = await problemOfValues();
    const { command } = await actionTitled('Show how calls travel', values, range);
    assert.ok(command);
    await commands.executeCommand(command.command, ...argumentsOf(command));
    await until('the panel', () => webviews('ciliumMeshLint.trafficPath')[0]);
  });

  it('reports on the workspace', async () => {
    await open(values);
    await problemOfValues();
    await commands.executeCommand('ciliumMeshLint.showReport');
    await until('the report', () => webviews('ciliumMeshLint.report')[0]);
    await commands.executeCommand('ciliumMeshLint.showReport');
    assert.equal(webviews('ciliumMeshLint.report').length, 1, 'there is one report');
  });

  it('saves the report where the dialog says', async () => {
    const saved = fileOf('cilium-mesh-lint.html');
    await open(values);
    await problemOfValues();
    const saving = commands.executeCommand('ciliumMeshLint.saveReport');
    const html = await until('the file', async () => {
      await commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return read(saved).catch(() => undefined);
    });
    await saving;
    await workspace.fs.delete(saved);
    assert.match(html, /^<!doctype html>/i);
    for (const said of [ruleName, 'cilium/values.yaml', 'hostNamespaceOnly'])
      assert.ok(html.includes(said), said);
    assert.doesNotMatch(html, /command:/, 'links of the editor lead nowhere in a browser');
  });

  it('saves no report where the dialog is closed', async () => {
    await open(values);
    await problemOfValues();
    const saving = commands.executeCommand('ciliumMeshLint.saveReport').then(() => true);
    await until('the end of the command', async () => {
      await commands.executeCommand('workbench.action.closeQuickOpen');
      return Promise.race([saving, Promise.resolve(undefined)]);
    });
    await assert.rejects(read(fileOf('cilium-mesh-lint.html')));
  });

  it('explains a rule inside the editor', async () => {
    await open(values);
    await problemOfValues();
    await commands.executeCommand('ciliumMeshLint.explainRule', ruleName);
    await until('the page of the rule', () => tabs().find(({ label }) => label.includes(`${ruleName}.md`)));
  });

  it('explains a rule from the lightbulb, and all rules without one', async () => {
    await open(values);
    const { range } = await problemOfValues();
    const { command } = await actionTitled(`Explain ${ruleName}`, values, range);
    assert.ok(command);
    await commands.executeCommand(command.command, ...argumentsOf(command));
    await until('the page of the rule', () => tabs().find(({ label }) => label.includes(`${ruleName}.md`)));
    await commands.executeCommand('ciliumMeshLint.explainRule');
    await until('the list of rules', () => tabs().find(({ label }) => label.includes('README.md')));
  });
});

function tabs(): readonly Tab[] {
  return window.tabGroups.all.flatMap((group) => group.tabs);
}

function webviews(viewType: string): readonly Tab[] {
  return tabs().filter(({ input }) => input instanceof TabInputWebview && input.viewType.endsWith(viewType));
}
