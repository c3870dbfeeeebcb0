import assert from 'node:assert/strict';

import { afterEach, describe, it } from 'mocha';
import { commands, env, TreeItemCollapsibleState, window, workspace } from 'vscode';

import { workloadDecorations } from '../../../../client/src/workloads/decorations.ts';
import { itemOf } from '../../../../client/src/workloads/item.ts';
import type { WorkloadNode } from '../../../../client/src/workloads/model.ts';
import { argumentsOf, closeAll, fileOf, open, placeOf, until } from '../workspace.ts';

const [web, install] = [fileOf('web.yaml'), fileOf('install.sh')];

describe('The view of workloads', () => {
  afterEach(closeAll);

  it('can be shown, refreshed and folded by commands', async () => {
    await open(web);
    await commands.executeCommand('ciliumMeshLint.workloads.focus');
    await commands.executeCommand('ciliumMeshLint.refreshWorkloads');
    await commands.executeCommand('workbench.actions.treeView.ciliumMeshLint.workloads.collapseAll');
  });

  it('is there as text, for screen readers and for searching', async () => {
    await open(web);
    await commands.executeCommand('ciliumMeshLint.showWorkloadsAsText');
    const text = await until('the text', shownText);
    assert.match(text, /^Cilium 1\.16\.4.*: KPR on · socket LB in pods/m);
    assert.match(text, /^ {2}Deployment web: in mesh \(Istio sidecar\) · 1 Cilium policy/m);
    assert.match(text, /^ {4}error: CiliumNetworkPolicy web-http/m);
  });

  it('opens the file of the line that is chosen by keyboard', async () => {
    await open(web);
    await commands.executeCommand('ciliumMeshLint.workloads.focus');
    await until('a file is opened from the view', async () => {
      await closeAll();
      await commands.executeCommand('ciliumMeshLint.workloads.focus');
      await commands.executeCommand('list.focusFirst');
      await commands.executeCommand('list.select');
      await pause();
      return window.activeTextEditor?.document.uri.toString() === install.toString() ? true : undefined;
    });
  });

  it('follows what is written, saved or not', async () => {
    await open(web);
    await commands.executeCommand('ciliumMeshLint.workloads.focus');
    await commands.executeCommand('ciliumMeshLint.showWorkloadsAsText');
    const text = await until('the text', shownText);
    assert.match(text, /^ {2}Deployment web: in mesh \(Istio sidecar\)/m);
    const editor = await open(fileOf('namespace.yaml'));
    await editor.edit((edit) => edit.replace(placeOf(editor, 'enabled'), 'disabled'));
    await until('the workload has left the mesh', () => {
      const document = workspace.textDocuments.find(({ uri }) => uri.scheme === 'cilium-mesh-lint');
      return document !== undefined && /^ {2}Deployment web: in no mesh/m.test(document.getText())
        ? true
        : undefined;
    });
  });

  it('is copied as text', async () => {
    await open(web);
    await env.clipboard.writeText('');
    await commands.executeCommand('ciliumMeshLint.copyWorkloadsAsText');
    assert.match(await env.clipboard.readText(), /^ {2}Deployment web: in mesh \(Istio sidecar\)/m);
  });

  it('has items that open their file, and say aloud what others see', async () => {
    const node: WorkloadNode = {
      kind: 'namespace',
      path: ['shop'],
      label: 'shop',
      description: 'Istio sidecar',
      location: {
        uri: web.toString(),
        range: { start: { line: 4, character: 8 }, end: { line: 4, character: 11 } },
      },
      findings: { count: 2, worst: 'error' },
      isExpanded: true,
      hasChildren: true,
    };
    const item = itemOf(node);
    assert.equal(item.collapsibleState, TreeItemCollapsibleState.Expanded);
    assert.equal(
      item.accessibilityInformation?.label,
      'Namespace shop, Istio sidecar, 2 findings, the worst is error',
    );
    assert.ok(item.command && item.resourceUri);
    await commands.executeCommand(item.command.command, ...argumentsOf(item.command));
    const editor = window.activeTextEditor;
    assert.equal(editor?.document.uri.toString(), web.toString());
    assert.equal(editor.document.getText(editor.selection), 'web');

    const source = {
      isCancellationRequested: false,
      onCancellationRequested: () => ({ dispose: () => undefined }),
    };
    const decoration = await workloadDecorations.provideFileDecoration(item.resourceUri, source);
    assert.deepEqual([decoration?.badge, decoration?.tooltip], ['2', '2 findings']);
    assert.equal(await workloadDecorations.provideFileDecoration(web, source), undefined);
  });

  it('has leaves without badges, and findings with icons', () => {
    const finding: WorkloadNode = {
      kind: 'finding',
      path: ['x'],
      label: 'Something breaks.',
      description: 'two-meshes',
      location: null,
      findings: { count: 1, worst: 'warning' },
      isExpanded: false,
      hasChildren: false,
    };
    const item = itemOf(finding);
    assert.equal(item.collapsibleState, TreeItemCollapsibleState.None);
    assert.equal(item.command, undefined);
    assert.equal(item.resourceUri, undefined);
    assert.equal(item.accessibilityInformation?.label, 'warning: Something breaks.');
  });

  it('leaves no unsaved file behind that would ask to be saved on disk', () => {
    assert.ok(workspace.textDocuments.every(({ isDirty }) => !isDirty));
  });
});

/** What the editor in front shows of the view, if it does. */
function shownText(): string | undefined {
  const { document } = window.activeTextEditor ?? {};
  return document?.uri.scheme === 'cilium-mesh-lint' ? document.getText() : undefined;
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 300));
}
