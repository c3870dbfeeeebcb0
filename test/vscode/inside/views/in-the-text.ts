import assert from 'node:assert/strict';

import { afterEach, describe, it } from 'mocha';
import { type CodeLens, commands, type InlayHint, Range, type TextEditor, type Uri } from 'vscode';

import { withSetting } from '../settings.ts';
import { argumentsOf, closeAll, fileOf, open, placeOf, until } from '../workspace.ts';

const [web, values] = [fileOf('web.yaml'), fileOf('values.yaml')];
/** The layer that wins over the values, and the one that wins over all. */
const [deciding, install] = [fileOf('prod.yaml'), fileOf('install.sh')];

describe('Lenses', () => {
  afterEach(closeAll);

  it('tell on an install what is on, and open the pictures', async () => {
    await open(install);
    const lens = await lensThat(install, /^KPR on · socket LB in pods · Istio sidecars in 1 namespace$/);
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

  it('tell on a namespace who takes part in the mesh', async () => {
    const namespace = fileOf('namespace.yaml');
    await open(namespace);
    const lens = await lensThat(namespace, /Istio sidecar/);
    assert.equal(lens.range.start.line, 0);
  });

  it('can be switched off', async () => {
    await open(web);
    await lensThat(web, /^in mesh/);
    await withSetting('ciliumMeshLint.codeLens.enabled', false, () =>
      until('no lenses', async () => ((await lensesOf(web)).length === 0 ? true : undefined)),
    );
    await lensThat(web, /^in mesh/);
  });
});

describe('Hints', () => {
  afterEach(closeAll);

  it('tell behind a value which file decides otherwise', async () => {
    const editor = await open(values);
    const hint = await until('a hint', async () => (await hintsIn(editor))[0]);
    assert.deepEqual(hint.position, placeOf(editor, 'routingMode: tunnel').end);
    assert.ok(Array.isArray(hint.label));
    const [arrow, decision] = hint.label;
    assert.equal(arrow?.value, '← ');
    assert.equal(decision?.value, 'native in prod.yaml');
    assert.equal(decision.location?.uri.toString(), deciding.toString());
  });

  it('can be switched off', async () => {
    const editor = await open(values);
    const areThere = (expected: boolean): Promise<boolean> =>
      until(`hints are ${expected ? '' : 'not '}there`, async () =>
        (await hintsIn(editor)).length > 0 === expected ? true : undefined,
      );
    await areThere(true);
    await withSetting('ciliumMeshLint.inlayHints.enabled', false, () => areThere(false));
    await areThere(true);
  });
});

async function hintsIn({ document }: TextEditor): Promise<readonly InlayHint[]> {
  const whole = new Range(0, 0, document.lineCount, 0);
  return commands.executeCommand<InlayHint[]>('vscode.executeInlayHintProvider', document.uri, whole);
}

async function lensesOf(file: Uri): Promise<readonly CodeLens[]> {
  return commands.executeCommand<CodeLens[]>('vscode.executeCodeLensProvider', file, 99);
}

function lensThat(file: Uri, title: RegExp): Promise<CodeLens> {
  return until(`a lens ${String(title)}`, async () =>
    (await lensesOf(file)).find(({ command }) => title.test(command?.title ?? '')),
  );
}
