import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  effectiveEntries,
  entryAt,
  entryAtPath,
  itemsAt,
  keyName,
  knownText,
  mapAt,
  nodeAt,
  resolve,
  scalarOf,
  stringAt,
  stringsAt,
  valueAt,
} from '../../../server/src/yaml/navigate.ts';
import type { KeyPath, YamlNode } from '../../../server/src/yaml/node.ts';
import { parseYaml } from '../../../server/src/yaml/parse.ts';
import { outline } from './outline.ts';

function rootOf(text: string): YamlNode | undefined {
  return parseYaml(text).documents[0]?.root;
}

function at(text: string, ...path: KeyPath): unknown {
  const node = nodeAt(rootOf(text), path);
  return typeof node === 'string' ? node : outline(resolve(node));
}

describe('The node at a path', () => {
  it('is found through maps and lists', () => {
    assert.equal(at('a:\n  - b: 1\n  - b: 2\n', 'a', '1', 'b'), 2);
    assert.deepEqual(at('a: {b: [x]}', 'a'), { b: ['x'] });
  });

  it('is the root for an empty path', () => {
    assert.deepEqual(at('a: 1'), { a: 1 });
  });

  it('is absent where the file says so', () => {
    for (const path of [['b'], ['a', 'x'], ['l', '2'], ['l', '-1'], ['l', 'x'], ['n', 'x']]) {
      assert.equal(at('a: 1\nl: [1]\nn:\n', ...path), 'absent', path.join('.'));
    }
    assert.equal(at('', 'a'), 'absent');
  });

  it('is unknown where a template or another tool may have it', () => {
    const text = 'a: {{ .x }}\nb: ENC[AES256_GCM,data:x]\nc:\n  d: 1\n  {{- toYaml .y | nindent 2 }}\n';
    assert.equal(at(text, 'a', 'x'), 'unknown');
    assert.equal(at(text, 'b', 'x'), 'unknown');
    assert.equal(at(text, 'c', 'x'), 'unknown');
    assert.equal(at(text, 'c', 'd'), 1);
    assert.equal(at(text, 'e'), 'absent');
  });

  it('is that of the last of duplicate keys', () => {
    assert.equal(at('a: 1\na: 2\n', 'a'), 2);
  });

  it('is found through aliases', () => {
    assert.equal(at('a: &x {b: 1}\nc: *x\n', 'c', 'b'), 1);
    assert.equal(at('c: *nowhere\n', 'c', 'b'), 'absent');
  });
});

describe('A merge', () => {
  it('brings the keys of another map', () => {
    assert.equal(at('b: &b {x: 1}\nc:\n  <<: *b\n', 'c', 'x'), 1);
    assert.equal(at('b: &b {x: 1}\nc:\n  !!merge <<: *b\n', 'c', 'x'), 1);
  });

  it('gives way to own keys behind it', () => {
    assert.equal(at('b: &b {x: 1}\nc:\n  <<: *b\n  x: 2\n', 'c', 'x'), 2);
  });

  it('overrules own keys before it, as Helm 4.1.4 has it', () => {
    assert.equal(at('b: &b {x: 1}\nc:\n  x: 2\n  <<: *b\n', 'c', 'x'), 1);
  });

  it('prefers the first of several maps', () => {
    assert.equal(at('c:\n  <<: [{p: 1}, {p: 2, q: 3}]\n', 'c', 'p'), 1);
    assert.equal(at('c:\n  <<: [{p: 1}, {p: 2, q: 3}]\n', 'c', 'q'), 3);
  });

  it('does not merge maps below the keys', () => {
    assert.equal(at('c:\n  <<: {x: {a: 1}}\n  x: {b: 2}\n', 'c', 'x', 'a'), 'absent');
  });

  it('is an ordinary key when quoted', () => {
    assert.equal(at('c: {"<<": {x: 1}}', 'c', 'x'), 'absent');
  });

  it('makes keys unknown when it merges what is unknown', () => {
    assert.equal(at('c:\n  <<: *nowhere\n', 'c', 'x'), 'unknown');
    assert.equal(at('c:\n  <<: {{ .x }}\n', 'c', 'x'), 'unknown');
  });

  it('is followed only so far', () => {
    const maps = Array.from(
      { length: 30 },
      (_, level) => `m${level + 1}: &m${level + 1}\n  <<: [*m${level}, *m${level}]\n`,
    );
    assert.equal(at(`m0: &m0 {}\n${maps.join('')}`, 'm30', 'x'), 'unknown');
  });

  it('shows in the effective entries, each key once', () => {
    const map = mapAt(rootOf('b: &b {x: 1, y1: 1}\nc:\n  <<: *b\n  x: 2\n  z: 3\n'), ['c']);
    assert.ok(map);
    assert.deepEqual(
      effectiveEntries(map).map(({ key, value }) => [key.text, outline(value)]),
      [
        ['x', 2],
        ['y1', 1],
        ['z', 3],
      ],
    );
  });
});

describe('An entry', () => {
  it('gives the places of its key and its value', () => {
    const text = 'a:\n  b: 1 # c\n';
    const entry = entryAtPath(rootOf(text), ['a', 'b']);
    assert.ok(typeof entry === 'object');
    assert.equal(text.slice(entry.key.span.start, entry.key.span.end), 'b');
    assert.equal(text.slice(entry.value.span.start, entry.value.span.end), '1');
  });

  it('is absent or unknown like a node', () => {
    assert.equal(entryAtPath(rootOf('a: 1\n'), ['a', 'b']), 'absent');
    assert.equal(entryAtPath(rootOf('a: {{ .x }}\n'), ['a', 'b']), 'unknown');
    assert.equal(entryAtPath(rootOf('a: 1\n'), []), 'absent');
  });

  it('is nothing where it is not known', () => {
    const root = rootOf('{{ .x }}: 1\nb: 2\n');
    assert.ok(root?.kind === 'map');
    assert.equal(entryAt(root, 'c'), undefined);
    assert.equal(outline(entryAt(root, 'b')?.value), 2);
  });

  it('has the name that Helm gives its key', () => {
    const root = rootOf('on: 1\n0x10: 2\n"y": 3\n~: 4\n1.50: 5\n');
    assert.ok(root?.kind === 'map');
    assert.deepEqual(
      root.entries.map(({ key }) => keyName(key)),
      ['true', '16', 'y', '~', '1.5'],
    );
  });
});

describe('Helpers for carriers', () => {
  const root = rootOf(
    's: text\nnumber: 1.10\nb: true\nnull: ~\nl: [a, 1, {{ x }}, *a, "b"]\nm: {k: v}\nu: {{ x }}\n',
  );

  it('read the value at a path', () => {
    assert.deepEqual(valueAt(root, ['b']), { kind: 'known', value: true });
    assert.deepEqual(valueAt(root, ['u']), { kind: 'unknown', reason: 'template' });
    assert.equal(valueAt(root, ['m']), undefined);
    assert.equal(valueAt(root, ['x']), 'absent');
    assert.equal(valueAt(root, ['u', 'x']), 'unknown');
  });

  it('read strings only where strings stand', () => {
    assert.equal(stringAt(root, ['s']), 'text');
    assert.equal(stringAt(root, ['number']), undefined);
    assert.equal(stringAt(root, ['u']), undefined);
    assert.deepEqual(stringsAt(root, ['l']), ['a', 'b']);
    assert.deepEqual(stringsAt(root, ['m']), []);
  });

  it('read the text of numbers as they are written', () => {
    assert.equal(knownText(nodeAt(root, ['number'])), '1.10');
    assert.equal(scalarOf(nodeAt(root, ['number'])), 1.1);
    assert.equal(knownText(nodeAt(root, ['null'])), undefined);
    assert.equal(knownText(nodeAt(root, ['m'])), undefined);
  });

  it('list the items that can be resolved', () => {
    assert.equal(itemsAt(root, ['l']).length, 4);
    assert.equal(mapAt(root, ['l']), undefined);
  });
});
