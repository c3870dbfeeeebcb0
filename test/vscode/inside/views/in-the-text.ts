import assert from 'node:assert/strict';

import { afterEach, describe, it } from 'mocha';
import {
  type CodeLens,
  commands,
  ConfigurationTarget,
  type DocumentSymbol,
  type InlayHint,
  type Location,
  type LocationLink,
  Range,
  type SymbolInformation,
  type Uri,
  workspace,
} from 'vscode';

import { argumentsOf, closeAll, fileOf, open, placeOf, until } from '../workspace.ts';

const [web, values, policies] = [fileOf('web.yaml'), fileOf('values.yaml'), fileOf('policies.yaml')];
/** The layer of the install that wins. */
const deciding = fileOf('prod.yaml');

describe('Lenses', () => {
  afterEach(closeAll);

  it('tell on an install what is on, and open the pictures', async () => {
    await open(deciding);
    const lens = await lensThat(deciding, /^KPR on · socket LB in pods · Istio sidecars in 1 namespace$/);
    assert.equal(lens.command?.command, 'ciliumMeshLint.showTrafficPath');
    await commands.executeCommand(lens.command.command);
  });

  it('tell on a workload what applies, and peek at it', async () => {
    await open(web);
    const lens = await lensThat(web, /^in mesh \(Istio sidecar\) · 1 Cilium policy · 1 Kubernetes policy/);
    assert.ok(lens.command);
    assert.equal(lens.command.command, 'ciliumMeshLint.peek');
    await commands.executeCommand(lens.command.command, ...argumentsOf(lens.command));
    await commands.executeCommand('closeReferenceSearch');
  });

  it('can be switched off', async () => {
    await open(web);
    await lensThat(web, /^in mesh/);
    const settings = workspace.getConfiguration('ciliumMeshLint');
    await settings.update('codeLens.enabled', false, ConfigurationTarget.Workspace);
    try {
      await until('no lenses', async () => ((await lensesOf(web)).length === 0 ? true : undefined));
    } finally {
      await settings.update('codeLens.enabled', undefined, ConfigurationTarget.Workspace);
    }
    await lensThat(web, /^in mesh/);
  });
});

describe('Hints', () => {
  afterEach(closeAll);

  it('tell behind a value which file decides otherwise', async () => {
    const editor = await open(values);
    const whole = new Range(0, 0, editor.document.lineCount, 0);
    const hint = await until('a hint', async () => {
      const hints = await commands.executeCommand<InlayHint[]>(
        'vscode.executeInlayHintProvider',
        values,
        whole,
      );
      return hints.find(({ label }) => Array.isArray(label) && label[0]?.value === '← ');
    });
    assert.deepEqual(hint.position, placeOf(editor, 'routingMode: tunnel').end);
    assert.ok(Array.isArray(hint.label));
    const [, decision] = hint.label;
    assert.ok(decision);
    assert.equal(decision.value, 'native in prod.yaml');
    assert.equal(decision.location?.uri.toString(), deciding.toString());
  });
});

describe('Links between policies and workloads', () => {
  afterEach(closeAll);

  it('lead from a selector to the workloads', async () => {
    const editor = await open(policies);
    const at = placeOf(editor, 'endpointSelector').start;
    const found = await until('the workload', async () => {
      const places = await commands.executeCommand<(Location | LocationLink)[]>(
        'vscode.executeDefinitionProvider',
        policies,
        at,
      );
      return places[0];
    });
    assert.equal(('uri' in found ? found.uri : found.targetUri).toString(), web.toString());
  });

  it('lead from a workload to the policies', async () => {
    const editor = await open(web);
    const at = placeOf(editor, 'web\n  namespace').start;
    const places = await until('the policies', async () => {
      const found = await commands.executeCommand<Location[]>('vscode.executeReferenceProvider', web, at);
      return found.length > 0 ? found : undefined;
    });
    assert.deepEqual([...new Set(places.map(({ uri }) => uri.toString()))], [policies.toString()]);
    assert.equal(places.length, 4);
  });
});

describe('Symbols', () => {
  afterEach(closeAll);

  it('of a file are its policies', async () => {
    await open(policies);
    const symbols = await until('symbols', async () => {
      const found = await commands.executeCommand<DocumentSymbol[] | undefined>(
        'vscode.executeDocumentSymbolProvider',
        policies,
      );
      return found !== undefined && found.length > 0 ? found : undefined;
    });
    assert.ok(
      symbols.some(({ name, detail }) => name === 'web-http' && detail === 'CiliumNetworkPolicy in shop'),
    );
  });

  it('of the workspace are found by name', async () => {
    await open(policies);
    const found = await until('the policy', async () => {
      const symbols = await commands.executeCommand<SymbolInformation[]>(
        'vscode.executeWorkspaceSymbolProvider',
        'web-callers',
      );
      return symbols.find(({ name }) => name === 'web-callers');
    });
    assert.equal(found.location.uri.toString(), policies.toString());
  });
});

async function lensesOf(file: Uri): Promise<readonly CodeLens[]> {
  return commands.executeCommand<CodeLens[]>('vscode.executeCodeLensProvider', file, 99);
}

function lensThat(file: Uri, title: RegExp): Promise<CodeLens> {
  return until(`a lens ${String(title)}`, async () =>
    (await lensesOf(file)).find(({ command }) => title.test(command?.title ?? '')),
  );
}
