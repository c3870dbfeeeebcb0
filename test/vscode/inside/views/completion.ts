import assert from 'node:assert/strict';

import { afterEach, describe, it } from 'mocha';
import {
  type Position,
  commands,
  CompletionItemKind,
  CompletionItemTag,
  MarkdownString,
  Selection,
  SnippetString,
  type TextEditor,
} from 'vscode';

import { labelled, labelOf, suggestionsAt } from '../asking.ts';
import { withSetting } from '../settings.ts';
import { closeAll, fileOf, open, placeOf, until } from '../workspace.ts';

const [values, chart, namespace, install] = [
  fileOf('values.yaml'),
  fileOf('Chart.yaml'),
  fileOf('namespace.yaml'),
  fileOf('install.sh'),
];

describe('Suggestions of keys', () => {
  afterEach(closeAll);

  it('are those of the version that the chart names', async () => {
    const labels = await labelsBehind('  ');
    for (const known of ['socketLB', 'bgpControlPlane', 'envoy']) assert.ok(labels.includes(known), known);
    for (const gone of ['hostServices', 'tunnel']) assert.ok(!labels.includes(gone), gone);
  });

  it('follow that version while it is changed', async () => {
    const editor = await open(chart);
    await editor.edit((edit) => edit.replace(placeOf(editor, '1.16.4'), '1.10.4'));
    const labels = await labelsBehind('  ', (found) => found.includes('hostServices'));
    for (const gone of ['socketLB', 'bgpControlPlane', 'envoy']) assert.ok(!labels.includes(gone), gone);
  });

  it('hold nothing twice, and nothing that is there already', async () => {
    const labels = await labelsBehind('  ');
    assert.equal(new Set(labels).size, labels.length);
    for (const present of ['kubeProxyReplacement', 'k8sServiceHost', 'routingMode'])
      assert.ok(!labels.includes(present), present);
  });

  it('say what a key is, what it does, and whether one should still use it', async () => {
    const { items } = await suggestedBehind('  ');
    const key = labelled(items, 'l7Proxy');
    assert.equal(key.kind, CompletionItemKind.Property);
    assert.equal(key.detail, 'boolean, default true');
    assert.ok(key.documentation instanceof MarkdownString);
    assert.match(key.documentation.value, /^\*\*`l7Proxy`\*\*/);
    assert.equal(labelled(items, 'socketLB').kind, CompletionItemKind.Module);
    assert.deepEqual(labelled(items, 'enableCiliumEndpointSlice').tags, [CompletionItemTag.Deprecated]);
    assert.deepEqual(key.tags ?? [], []);
  });

  it('are written where they belong, with the values to choose from', async () => {
    const { editor, items, place } = await suggestedBehind('  socketLB:\n    ho');
    const { insertText, range } = labelled(items, 'hostNamespaceOnly');
    assert.ok(insertText instanceof SnippetString);
    assert.equal(insertText.value, 'hostNamespaceOnly: ${1|true,false|}');
    assert.ok(range !== undefined);
    const replaced = 'start' in range ? range : range.replacing;
    assert.equal(editor.document.getText(replaced), 'ho');
    assert.deepEqual(replaced.end, place);
  });

  it('are taken by keyboard', async () => {
    const { editor } = await suggestedBehind('  socketLB:\n    hostName');
    await until('the key is written', async () => {
      await commands.executeCommand('editor.action.triggerSuggest');
      await new Promise((resolve) => setTimeout(resolve, 500));
      await commands.executeCommand('acceptSelectedSuggestion');
      return editor.document.getText().endsWith('    hostNamespaceOnly: true') ? true : undefined;
    });
  });

  it('can be switched off', async () => {
    const { editor, place } = await suggestedBehind('  ');
    const areThere = (expected: boolean): Promise<boolean> =>
      until(`suggestions are ${expected ? '' : 'not '}there`, async () => {
        const labels = (await suggestionsAt(editor, place)).map(labelOf);
        return labels.includes('socketLB') === expected ? true : undefined;
      });
    await areThere(true);
    await withSetting('ciliumMeshLint.completion.enabled', false, () => areThere(false));
    await areThere(true);
  });
});

describe('Suggestions of values', () => {
  afterEach(closeAll);

  it('are those that the key takes', async () => {
    const { editor } = await suggestedBehind('  tunnelProtocol: ');
    const items = await suggestionsAt(editor, endOf(editor), ' ');
    assert.deepEqual(
      items.map(({ kind }) => kind),
      items.map(() => CompletionItemKind.Value),
    );
    assert.deepEqual(items.map(labelOf).sort(), ['geneve', 'vxlan']);
  });
});

describe('Suggestions of blocks', () => {
  afterEach(closeAll);

  it('write all with which Cilium leaves a mesh alone', async () => {
    const { items } = await suggestedBehind('  ');
    const blocks = items.filter(({ kind }) => kind === CompletionItemKind.Snippet);
    assert.deepEqual(blocks.map(labelOf).sort(), [
      'mesh-istio-ambient',
      'mesh-istio-sidecar',
      'mesh-linkerd',
    ]);
    const { insertText, documentation } = labelled(blocks, 'mesh-istio-ambient');
    assert.ok(insertText instanceof SnippetString);
    assert.match(insertText.value, /^socketLB:\n {4}hostNamespaceOnly: true\n {2}cni:\n {4}exclusive: false/);
    assert.ok(documentation instanceof MarkdownString);
    assert.match(documentation.value, /```yaml\nsocketLB:/);
  });

  it('are left out where their keys are there already', async () => {
    const { items } = await suggestedBehind('  socketLB: {}\n  ');
    assert.deepEqual(
      items.filter(({ kind }) => kind === CompletionItemKind.Snippet),
      [],
    );
  });
});

describe('Suggestions of labels', () => {
  afterEach(closeAll);

  it('are those of meshes, with the values that mean something', async () => {
    const editor = await open(namespace);
    await write(editor, '    ');
    const items = await suggestionsAt(editor, endOf(editor));
    assert.equal(labelled(items, 'istio.io/dataplane-mode').detail, 'istio');
    assert.ok(!items.map(labelOf).includes('istio-injection'), 'it is there already');
    await write(editor, 'istio.io/dataplane-mode: ');
    const offered = await suggestionsAt(editor, endOf(editor), ' ');
    assert.ok(offered.map(labelOf).includes('ambient'), offered.map(labelOf).join(' '));
  });
});

describe('Suggestions in a script', () => {
  afterEach(closeAll);

  it('are whole paths of keys, and values behind them', async () => {
    const editor = await open(install);
    await write(editor, 'helm upgrade --install network . --set cilium.socketLB.');
    const keys = (await suggestionsAt(editor, endOf(editor))).map(labelOf);
    assert.ok(keys.includes('cilium.socketLB.hostNamespaceOnly'), keys.join(' '));
    await write(editor, 'hostNamespaceOnly=');
    const offered = (await suggestionsAt(editor, endOf(editor), '=')).map(labelOf);
    assert.deepEqual(offered, ['true', 'false']);
  });
});

interface Suggested {
  readonly editor: TextEditor;
  readonly place: Position;
  readonly items: Awaited<ReturnType<typeof suggestionsAt>>;
}

/** Writes a text at the end of the values, with the cursor behind it, and asks there. */
async function suggestedBehind(text: string): Promise<Suggested> {
  const editor = await open(values);
  await write(editor, text);
  const place = endOf(editor);
  return { editor, place, items: await suggestionsAt(editor, place) };
}

/** The labels behind a text once they are as expected. */
async function labelsBehind(
  text: string,
  areAsExpected: (labels: readonly string[]) => boolean = (labels) => labels.length > 0,
): Promise<readonly string[]> {
  const { editor, place } = await suggestedBehind(text);
  return until(`suggestions behind “${text}” that are as expected`, async () => {
    const labels = (await suggestionsAt(editor, place)).map(labelOf);
    return areAsExpected(labels) ? labels : undefined;
  });
}

async function write(editor: TextEditor, text: string): Promise<void> {
  await editor.edit((edit) => edit.insert(endOf(editor), text));
  editor.selection = new Selection(endOf(editor), endOf(editor));
}

function endOf({ document }: TextEditor): Position {
  return document.lineAt(document.lineCount - 1).range.end;
}
