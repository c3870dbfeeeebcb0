import assert from 'node:assert/strict';

import { afterEach, it } from 'mocha';
import { type TextEditor, workspace } from 'vscode';

import { hoverOver, labelOf } from '../asking.ts';
import { closeAll, fileOf, open, placeOf, until, values } from '../workspace.ts';
import { offered, openWith } from './texts.ts';

/** A vendored chart that explains its keys, in the words that its schema has as well. */
const chart = fileOf('charts/cilium/Chart.yaml');
const chartValues = fileOf('charts/cilium/values.yaml');

export function hoverTests(): void {
  afterEach(closeAll);

  it('shows what both say of a key', async () => {
    const text = await over(await open(values), 'kubeProxyReplacement');
    assert.equal(count(text, 'Configure the kube-proxy replacement in Cilium BPF datapath.'), 1);
    assert.equal(count(text, 'Whether Cilium does the work of kube-proxy'), 1);
    assert.equal(count(text, '**`kubeProxyReplacement`**'), 1);
  });

  it('says once what a chart and its schema both say', async () => {
    await workspace.fs.writeFile(chartValues, encoded(await commentedValues()));
    await workspace.fs.writeFile(chart, encoded('apiVersion: v2\nname: cilium\nversion: 1.19.0\n'));
    try {
      const editor = await openWith(values, 'kubeProxyReplacement: true\naffinity: {}\nagent: true\n');
      // The schema has no words on this one.
      await until('the words of the chart', async () =>
        (await over(editor, 'agent')).includes('> What the chart says of agent.') ? true : undefined,
      );
      const text = await over(editor, 'affinity');
      assert.equal(count(text, 'What the chart says of affinity.'), 1, text);
      assert.equal(count(text, '**`affinity`** · map'), 1, text);
    } finally {
      await workspace.fs.delete(fileOf('charts'), { recursive: true });
    }
  });
}

/** A values file with a comment on every key at the root. */
async function commentedValues(): Promise<string> {
  const items = await offered(values, 'kubeProxyReplacement: true\n‸');
  const keys = items.map(labelOf).filter((label) => !label.startsWith('mesh-'));
  return keys.map((key) => `# -- What the chart says of ${key}.\n${key}:\n`).join('');
}

function over(editor: TextEditor, text: string): Promise<string> {
  return hoverOver(editor, placeOf(editor, text).start);
}

function count(text: string, part: string): number {
  return text.split(part).length - 1;
}

function encoded(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
