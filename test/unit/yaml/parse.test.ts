import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { nodeAt } from '../../../server/src/yaml/navigate.ts';
import type { KeyPath, YamlNode } from '../../../server/src/yaml/node.ts';
import { maxLength, parseYaml } from '../../../server/src/yaml/parse.ts';
import { onlyOutline, outline, outlines } from './outline.ts';

function find(text: string, path: KeyPath): YamlNode {
  const node = nodeAt(parseYaml(text).documents[0]?.root, path);
  if (typeof node === 'string') throw new Error(`${path.join('.')} is ${node}`);
  return node;
}

function sourceAt(text: string, ...path: readonly string[]): string {
  const { span } = find(text, path);
  return text.slice(span.start, span.end);
}

describe('The documents of a text', () => {
  const texts: readonly (readonly [name: string, text: string, documents: readonly unknown[]])[] = [
    ['are one empty document for an empty text', '', [undefined]],
    ['are one empty document for comments', '# nothing\n# here\n', [undefined]],
    ['are one for a text without markers', 'a: 1\n', [{ a: 1 }]],
    ['are one for a marker at the top', '# head\n---\na: 1\n', [{ a: 1 }]],
    ['are two, the second empty, for a marker at the end', 'a: 1\n---\n', [{ a: 1 }, undefined]],
    [
      'are as many as there are markers between them',
      'a: 1\n---\nb: 2\n---\nc: 3\n',
      [{ a: 1 }, { b: 2 }, { c: 3 }],
    ],
    ['end with three dots', 'a: 1\n...\n# after\n', [{ a: 1 }]],
    ['may go on behind three dots', 'a: 1\n...\n---\nb: 2\n', [{ a: 1 }, { b: 2 }]],
    ['may have a directive', '%YAML 1.1\n---\na: 1\n', [{ a: 1 }]],
    ['are not split by a marker that is indented', 'a: |\n  ---\n  b\n', [{ a: '---\nb\n' }]],
    ['are null where null is written', 'null\n---\n~\n', [null, null]],
  ];
  for (const [name, text, documents] of texts) {
    it(name, () => {
      assert.deepEqual(outlines(text), documents);
    });
  }

  it('have the spans between their markers', () => {
    const text = '# head\n---\na: 1\n--- # two\nb: 2\n...\n';
    const spans = parseYaml(text).documents.map(({ span }) => text.slice(span.start, span.end));
    assert.deepEqual(spans, ['\na: 1\n', ' # two\nb: 2\n']);
  });
});

describe('The span of a node', () => {
  it('is that of a plain scalar without the comment behind it', () => {
    assert.equal(sourceAt('a: true  # why\n', 'a'), 'true');
  });

  it('has the quotes of a quoted scalar', () => {
    assert.equal(sourceAt(`a: "x \\" y"\n`, 'a'), '"x \\" y"');
    assert.equal(sourceAt(`a: 'it''s'\n`, 'a'), "'it''s'");
  });

  it('goes from the header of a block scalar to its last character', () => {
    assert.equal(sourceAt('a: |- # why | not\n  x\n  y\n\n\nb: 1\n', 'a'), '|- # why | not\n  x\n  y');
    assert.equal(sourceAt('a: >\n\n  x\n', 'a'), '>\n\n  x');
  });

  it('is the header alone for a block scalar without lines', () => {
    assert.equal(sourceAt('a: |-\nb: 1\n', 'a'), '|-');
    assert.equal(sourceAt('a: |', 'a'), '|');
  });

  it('begins behind anchor and tag', () => {
    assert.equal(sourceAt('a: &x !!str true\n', 'a'), 'true');
    assert.equal(sourceAt('a: !!str &x |\n  t\n', 'a'), '|\n  t');
    assert.equal(sourceAt('a: &x\n  b: 1\n', 'a'), 'b: 1');
  });

  it('has the brackets of a flow collection', () => {
    const text = 'a: {b: [1, 2,], c: {}} # x\n';
    assert.equal(sourceAt(text, 'a'), '{b: [1, 2,], c: {}}');
    assert.equal(sourceAt(text, 'a', 'b'), '[1, 2,]');
    assert.equal(sourceAt(text, 'a', 'c'), '{}');
  });

  it('ends with the last value of a block collection', () => {
    assert.equal(sourceAt('a:\n  b: 1 # c\n  # d\n\nz: 1\n', 'a'), 'b: 1');
    assert.equal(sourceAt('a:\n- 1\n- 2\nz: 1\n', 'a'), '- 1\n- 2');
  });

  it('is empty, behind the colon, for a value that is not there', () => {
    for (const [text, offset] of [
      ['a:\nb: 1\n', 2],
      ['a: # why\n', 2],
      ['{a: , b: 1}', 3],
      ['{a, b: 1}', 2],
      ['a: &x\nb: 1\n', 5],
      ['? a\nb: 1\n', 3],
    ] as const) {
      assert.deepEqual(find(text, ['a']).span, { start: offset, end: offset }, text);
    }
  });

  it('is empty, behind the dash, for an item that is not there', () => {
    assert.deepEqual(find('a:\n  -\n  - 1\n', ['a', '0']).span, { start: 6, end: 6 });
  });

  it('never ends before it begins, however broken a key is', () => {
    const [document] = parseYaml('x: &base ? {e{{ .x }}nabled:} true, other: ').documents;
    const outer = document?.root?.kind === 'map' ? document.root.entries[0]?.value : undefined;
    const key = outer?.kind === 'map' ? outer.entries[0]?.key : undefined;
    assert.ok(key !== undefined && key.span.start <= key.span.end, JSON.stringify(key));
  });

  it('counts UTF-16 code units, two for an emoji', () => {
    const text = '🐝: "🐝"\na: 1 # 🐝\nb: 2\n';
    assert.deepEqual(find(text, ['b']).span, { start: text.indexOf('2'), end: text.indexOf('2') + 1 });
  });

  it('counts a byte order mark and carriage returns', () => {
    assert.deepEqual(find('\ufeffa: 1\n', ['a']).span, { start: 4, end: 5 });
    assert.deepEqual(find('a: 1\r\nb: 2\r\n', ['b']).span, { start: 9, end: 10 });
  });
});

describe('A text of valid YAML', () => {
  const texts: readonly (readonly [name: string, text: string, expected: unknown])[] = [
    ['may have lists in the column of their key', 'a:\n- 1\n- b: 2\n  c: 3\n', { a: [1, { b: 2, c: 3 }] }],
    ['may have lists of lists', '- - 1\n  - 2\n- []\n', [[1, 2], []]],
    ['may have explicit keys', '? a\n: 1\n? b\n', { a: 1, b: null }],
    ['may have pairs in flow sequences', '[a: 1, {b: 2}: 3]', [{ a: 1 }, { '{b: 2}': 3 }]],
    ['may have keys with dots and quotes', '"a.b": 1\n\'c d\': 2\n', { 'a.b': 1, 'c d': 2 }],
    ['may have empty keys', ': 1\n', { '': 1 }],
    ['may have tabs in values and before comments', 'a: x\ty\t# c\n', { a: 'x\ty' }],
    ['may have windows line breaks', 'a: |\r\n  x\r\n  y\r\nb: 1\r\n', { a: 'x\ny\n', b: 1 }],
    ['may fold scalars', 'a: x\n  y\n\n  z\nb: >\n  x\n  y\n', { a: 'x y\nz', b: 'x y\n' }],
    ['may have duplicate keys: the last counts', 'a: 1\na: 2\n', { a: 2 }],
    ['may have aliases as keys', 'a: &k b\n*k : 1\n', { a: 'b', b: 1 }],
    [
      'may have sets and other standard tags',
      'a: !!set {x, y}\nb: !!map {}\n',
      { a: { x: null, y: null }, b: {} },
    ],
  ];
  for (const [name, text, expected] of texts) {
    it(name, () => {
      const { documents } = parseYaml(text);
      assert.deepEqual(
        documents.map(({ root }) => outline(root)),
        [expected],
      );
      assert.deepEqual(
        documents.flatMap(({ problems }) => problems),
        [],
      );
    });
  }
});

describe('An alias', () => {
  it('points to the node with its anchor', () => {
    const alias = find('a: &x {b: 1}\nc: *x\n', ['c']);
    assert.equal(alias.kind, 'alias');
    assert.deepEqual(outline(alias.target), { b: 1 });
  });

  it('points to the last anchor before it', () => {
    const alias = find('a: &x 1\nb: &x 2\nc: *x\nd: &x 3\n', ['c']);
    assert.equal(alias.kind === 'alias' && outline(alias.target), 2);
  });

  it('points nowhere without an anchor, from within its anchor, or into another document', () => {
    for (const text of ['c: *x\n', 'c: &x [*x]\n', 'a: &x 1\n---\nc: *x\n']) {
      const last = parseYaml(text).documents.at(-1)?.root;
      const found = nodeAt(last, ['c']);
      const alias = typeof found !== 'string' && found.kind === 'sequence' ? found.items[0] : found;
      assert.ok(typeof alias === 'object' && alias.kind === 'alias' && alias.target === undefined, text);
    }
  });

  it('is not expanded: a bomb is read as fast as it is short', () => {
    const lines = Array.from(
      { length: 40 },
      (_, level) => `a${level + 1}: &a${level + 1} [${`*a${level}, `.repeat(20)}]`,
    );
    const { documents } = parseYaml(`a0: &a0 x\n${lines.join('\n')}\n`);
    assert.deepEqual(documents[0]?.problems, []);
    assert.ok(documents[0].root?.kind === 'map');
    assert.equal(documents[0].root.entries.length, 41);
  });
});

describe('A text with errors', () => {
  it('gives what can be read, and says where it cannot', () => {
    const [document] = parseYaml('a: 1\nb: [1, 2\nc: 3\n').documents;
    assert.ok(document?.root?.kind === 'map');
    assert.notEqual(document.problems.length, 0);
    assert.ok(document.problems.every(({ span }) => span.start >= 0 && span.end <= 19));
  });

  it('keeps the documents before it', () => {
    const { documents } = parseYaml('a: 1\n---\nb: {\n');
    assert.deepEqual(outline(documents[0]?.root), { a: 1 });
    assert.deepEqual(documents[0]?.problems, []);
  });

  it('costs no stack traces', () => {
    const before = Error.stackTraceLimit;
    parseYaml('a: [\n');
    assert.equal(Error.stackTraceLimit, before);
  });

  it('is not read at all when it is too long', () => {
    const [document] = parseYaml('#'.repeat(maxLength + 1)).documents;
    assert.equal(document?.root, undefined);
    assert.equal(document?.problems.length, 1);
  });

  it('may nest collections beyond any depth', () => {
    for (const text of [
      '['.repeat(20_000),
      '- '.repeat(20_000),
      '{a: '.repeat(5000),
      `${'[['.repeat(400)}${']]'.repeat(400)}`,
    ]) {
      const { documents } = parseYaml(text);
      assert.ok(
        documents.some(({ problems }) => problems.length > 0),
        text.slice(0, 8),
      );
    }
  });
});

describe('The reading of many lines', () => {
  it('takes time in proportion to their number', () => {
    const text = Array.from(
      { length: 5000 },
      (_, index) => `key${index}: {a: ${index}, b: [x, y]} # note`,
    ).join('\n');
    const start = performance.now();
    const root = onlyOutline(text);
    assert.ok(performance.now() - start < 1000);
    assert.equal(Object.keys(root ?? {}).length, 5000);
  });
});
