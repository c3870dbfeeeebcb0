import { afterEach, describe, it } from 'mocha';
import { commands, Range } from 'vscode';

import { definitionsAt, hoverOver, labelOf, suggestionsAt } from '../asking.ts';
import { withSetting } from '../settings.ts';
import { closeAll, fileOf, open, placeOf, problems, until } from '../workspace.ts';

const [values, namespace, install] = [fileOf('values.yaml'), fileOf('namespace.yaml'), fileOf('install.sh')];

describe('Where files are not read, by a setting', () => {
  afterEach(closeAll);

  for (const [name, value] of [
    ['enable', false],
    ['exclude', ['*.{yaml,sh}']],
  ] as const) {
    it(`${name}, nothing is shown, told or suggested`, async () => {
      await areThere(true);
      await withSetting(`ciliumMeshLint.${name}`, value, () => areThere(false));
      await areThere(true);
    });
  }
});

/** Waits until every feature has something to say, or none has. */
async function areThere(expected: boolean): Promise<void> {
  const script = await open(install);
  const labels = await open(namespace);
  const editor = await open(values);
  const key = placeOf(editor, 'routingMode').start;
  const features: Readonly<Record<string, () => Promise<number>>> = {
    problems: () => Promise.resolve(problems(values).length),
    'hover over a key': async () => (await hoverOver(editor, key)).length,
    'hover over a label': async () =>
      (await hoverOver(labels, placeOf(labels, 'istio-injection').start)).length,
    definitions: async () => (await definitionsAt(editor, key)).length,
    hints: () =>
      answersOf('vscode.executeInlayHintProvider', values, new Range(0, 0, editor.document.lineCount, 0)),
    lenses: () => answersOf('vscode.executeCodeLensProvider', install),
    links: () => answersOf('vscode.executeLinkProvider', script.document.uri),
    symbols: () => answersOf('vscode.executeWorkspaceSymbolProvider', 'web-callers'),
    suggestions: async () =>
      (await suggestionsAt(editor, key)).filter((item) => labelOf(item) === 'socketLB').length,
  };
  for (const [feature, count] of Object.entries(features)) {
    await until(`${expected ? '' : 'no '}${feature}`, async () =>
      (await count()) > 0 === expected ? true : undefined,
    );
  }
}

async function answersOf(command: string, ...asked: readonly unknown[]): Promise<number> {
  return (await commands.executeCommand<readonly unknown[]>(command, ...asked)).length;
}
