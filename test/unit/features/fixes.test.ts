import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { editsOfFix, fileOf } from '../../../server/src/features/fixes.ts';
import { applyEdits } from '../../../server/src/edits/edit.ts';
import type { FixStep, ManifestReference } from '../../../server/src/rules/finding.ts';

const uri = 'file:///a.yaml';

/** A text after some steps; why not, where they cannot be made. */
function after(text: string, ...steps: readonly FixStep[]): string {
  const outcome = editsOfFix({ title: '', preferred: true, steps }, (file) =>
    file === uri ? text : undefined,
  );
  if (!outcome.ok) return outcome.reason;
  return outcome.files.reduce((before, { edits }) => applyEdits(before, edits), text);
}

function manifest(path: readonly string[] = [], within?: readonly string[]): ManifestReference {
  const inside = within === undefined ? {} : { within: { document: 0, path: within } };
  return { uri, carrier: 'manifest', address: { ...inside, document: 0, path } };
}

describe('steps of a fix for plain manifests', () => {
  const policy = 'kind: NetworkPolicy\nspec:\n  ingress:\n    - ports:\n        - port: 80\n';

  it('add an item to a list', () => {
    const step: FixStep = {
      op: 'append',
      layer: manifest(),
      path: ['spec', 'ingress', '0', 'ports'],
      item: { port: 15008 },
    };
    assert.equal(after(policy, step), `${policy}        - port: 15008\n`);
  });

  it('follow the address to an object in a list of objects', () => {
    const step: FixStep = { op: 'append', layer: manifest(['items', '0']), path: ['a'], item: 2 };
    assert.equal(after('items:\n  - a: [1]\n', step), 'items:\n  - a: [1, 2]\n');
  });

  it('reach into manifests that stand in a scalar', () => {
    const file = `files:\n  - content: |\n${policy.replaceAll(/^/gm, '      ').trimEnd()}\nend: 1\n`;
    const step: FixStep = {
      op: 'append',
      layer: manifest([], ['files', '0', 'content']),
      path: ['spec', 'ingress', '0', 'ports'],
      item: { port: 15008 },
    };
    const added = `              - port: 15008\n`;
    assert.equal(after(file, step), file.replace('end: 1', `${added}end: 1`));
  });

  it('set, rename and remove keys', () => {
    const layer = manifest();
    assert.equal(
      after(
        policy,
        { op: 'set', layer, path: ['spec', 'ingress', '0', 'ports', '0', 'port'], value: '80' },
        { op: 'rename', layer, from: ['spec'], to: ['specs'] },
        { op: 'remove', layer, path: ['kind'] },
      ),
      'specs:\n  ingress:\n    - ports:\n        - port: "80"\n',
    );
  });

  it('add one item behind the other', () => {
    const add = (item: number): FixStep => ({ op: 'append', layer: manifest(), path: ['a'], item });
    assert.equal(after('b: 1\n', add(1), add(2)), 'b: 1\na:\n  - 1\n  - 2\n');
  });

  it('add a document', () => {
    const step: FixStep = { op: 'append-document', uri, text: 'kind: A\n' };
    assert.equal(after('kind: B\n', step), 'kind: B\n---\nkind: A\n');
    assert.equal(fileOf(step), uri);
  });

  it('are all made or none', () => {
    const first: FixStep = { op: 'append', layer: manifest(), path: ['a'], item: 1 };
    assert.equal(after('a: [0]\nb: 1\n', first, { ...first, path: ['b'] }), 'What stands there is no list.');
    assert.equal(
      after('a: [0]\n', first, { op: 'append-document', uri: 'file:///b.yaml', text: 'c: 1\n' }),
      'The file cannot be read any more.',
    );
  });
});
