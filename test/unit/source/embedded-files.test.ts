import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { embeddedFiles } from '../../../server/src/source/embedded-files.ts';
import { sourceFile } from '../../../server/src/source/file.ts';
import { nodeAt } from '../../../server/src/yaml/navigate.ts';
import { only } from '../../support/only.ts';

const inside = (text: string) => embeddedFiles(sourceFile('file:///repo/file.yaml', 'yaml', text));

const userData = [
  '#cloud-config',
  'write_files:',
  '  - path: /etc/motd',
  '    content: |',
  '      Hello.',
  '  - path: /var/lib/rancher/k3s/server/manifests/ns.yaml',
  '    content: |',
  '      apiVersion: v1',
  '      kind: Namespace',
  '      metadata:',
  '        name: shop',
  '      ---',
  '      # nothing here',
  '      ---',
  '      apiVersion: v1',
  '      kind: Namespace',
  '      metadata:',
  '        name: billing',
  '',
].join('\n');

describe('manifests that a file carries as text', () => {
  it('are found with their address, whatever the tool', () => {
    assert.deepEqual(only(inside(userData)).within, { document: 0, path: ['write_files', '1', 'content'] });
  });

  it('have the offsets of the file around them', () => {
    const { documents } = only(inside(userData)).file.yaml();
    const name = nodeAt(documents[2]?.root, ['metadata', 'name']);
    assert.ok(typeof name !== 'string');
    assert.equal(userData.slice(name.span.start, name.span.end), 'billing');
  });

  const others: Readonly<Record<string, string>> = {
    'text that shows a manifest among other things':
      'doc: |\n  Apply the following.\n  apiVersion: v1\n  kind: Namespace\n',
    'a patch':
      'patches:\n  - patch: |\n      apiVersion: v1\n      kind: Namespace\n      metadata: {name: shop}\n',
    'a manifest in a folded scalar': 'content: >\n  apiVersion: v1\n  kind: Namespace\n',
    'a manifest that is no text': 'items:\n  - apiVersion: v1\n    kind: Namespace\n',
    'another configuration with an apiVersion': 'content: |\n  apiVersion: 2\n  name: shop\n',
  };
  for (const [what, text] of Object.entries(others)) {
    it(`are not ${what}`, () => assert.deepEqual(inside(text), []));
  }
});
