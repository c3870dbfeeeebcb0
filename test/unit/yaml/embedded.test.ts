import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { embeddedText, outerOffset, parseEmbedded } from '../../../server/src/yaml/embedded.ts';
import { nodeAt } from '../../../server/src/yaml/navigate.ts';
import type { KeyPath, ScalarNode } from '../../../server/src/yaml/node.ts';
import { parseYaml } from '../../../server/src/yaml/parse.ts';
import { outline } from './outline.ts';

/** The scalar at key `v`. */
function scalarIn(text: string): ScalarNode {
  const node = nodeAt(parseYaml(text).documents[0]?.root, ['v']);
  assert.ok(typeof node === 'object' && node.kind === 'scalar');
  return node;
}

function innerText(text: string): string | undefined {
  return embeddedText(text, scalarIn(text))?.text;
}

function innerOutlines(text: string): readonly unknown[] {
  return parseEmbedded(text, scalarIn(text)).documents.map(({ root }) => outline(root));
}

/** What stands in the whole text at the span of an inner node. */
function sourceAt(text: string, path: KeyPath): string {
  const node = nodeAt(parseEmbedded(text, scalarIn(text)).documents[0]?.root, path);
  assert.ok(typeof node === 'object');
  return text.slice(node.span.start, node.span.end);
}

describe('The text inside a scalar', () => {
  const texts: readonly (readonly [name: string, text: string, inner: string | undefined])[] = [
    ['is the lines of a literal block', 'v: |\n  a: 1\n    b\n\n  c\nz: 1\n', 'a: 1\n  b\n\nc\n'],
    ['keeps its last line break whatever the chomping', 'v: |-\n  a\n\n\nz: 1\n', 'a\n'],
    ['keeps carriage returns', 'v: |\r\n  a\r\n  b\r\n', 'a\r\nb\r\n'],
    ['ends with the file', 'v: |\n  a', 'a'],
    ['begins with empty lines', 'v: |\n\n  a\n', '\na\n'],
    ['may be indented further than its block', 'v: |2\n    a\n   b\n', '  a\n b\n'],
    ['is empty for an empty block', 'v: |\nz: 1\n', ''],
    ['is folded where YAML folds', 'v: >\n  a b\n  c\n\n  d\n    e\n  f\n', 'a b c\nd\n  e\nf'],
    [
      'has the templates as they stand',
      'v: |\n{{- if .x }}\n    a: {{ .y }}\n{{- end }}\n    b\n',
      '{{- if .x }}\na: {{ .y }}\n{{- end }}\nb\n',
    ],
    ['is decoded from double quotes', 'v: "a: \\"x\\"\\nb\\u0041\\x42\\t\\/"', 'a: "x"\nbAB\t/'],
    ['is decoded from single quotes', "v: 'a: ''x'''", "a: 'x'"],
    ['is a plain scalar itself', 'v: a b # c', 'a b'],
    ['is folded from a plain scalar of several lines', 'v: a\n   b  \n\n  c\nz: 1\n', 'a b\nc'],
    ['has no exact map in quotes over several lines', 'v: "a\n  b"', undefined],
  ];
  for (const [name, text, inner] of texts) {
    it(name, () => {
      assert.equal(innerText(text), inner);
    });
  }

  it('is where it is in the whole text, character by character', () => {
    for (const text of [
      'v: |\n  a: "x"\n  🐝: 2\n\n   c\n',
      'v: |2-\r\n    a\r\n  b\r\n',
      "v: 'it''s'",
      'x: 1\nv: |\n    long\n',
    ]) {
      const embedded = embeddedText(text, scalarIn(text));
      assert.ok(embedded);
      for (let inner = 0; inner < embedded.text.length; inner++) {
        assert.equal(text[outerOffset(embedded, inner)], embedded.text[inner], `${text} at ${inner}`);
      }
    }
  });

  it('of escapes is where the escapes are', () => {
    const text = 'v: "a\\nb\\u0041c"';
    const embedded = embeddedText(text, scalarIn(text));
    assert.ok(embedded);
    assert.deepEqual(
      [0, 1, 2, 3, 4].map((inner) => outerOffset(embedded, inner)),
      [4, 5, 7, 8, 14],
    );
  });
});

describe('The YAML inside a scalar', () => {
  it('has spans in the whole text', () => {
    const text = 'spec: 1\nv: |\n    a: 1\n    🐝:\n      - x # c\n      - {b: "y"}\nz: 1\n';
    assert.equal(sourceAt(text, ['a']), '1');
    assert.equal(sourceAt(text, ['🐝', '0']), 'x');
    assert.equal(sourceAt(text, ['🐝', '1']), '{b: "y"}');
    assert.equal(sourceAt('v: "a: 1\\nb:\\n  c: \\"q\\"\\n"', ['b', 'c']), '\\"q\\"');
    assert.equal(sourceAt("v: 'a: ''x'''", ['a']), "''x''");
  });

  it('may be several documents', () => {
    assert.deepEqual(innerOutlines('v: |\n  a: 1\n  ---\n  b: 2\n'), [{ a: 1 }, { b: 2 }]);
  });

  it('keeps aliases within its own tree', () => {
    const text = 'v: |\n  a: &x 1\n  b: *x\n';
    const root = parseEmbedded(text, scalarIn(text)).documents[0]?.root;
    assert.ok(root?.kind === 'map');
    const [anchored, alias] = root.entries;
    assert.ok(alias?.value.kind === 'alias');
    assert.equal(alias.value.target, anchored?.value);
  });

  it('is known beside its templates', () => {
    assert.deepEqual(innerOutlines('v: |\n  a: {{ .x }}\n  b: 1\n'), [{ a: '?template', b: 1 }]);
  });

  it('counts the indentation of a template from the whole text', () => {
    const text = 'v: |\n  a:\n    b: 1\n    {{- toYaml .x | nindent 4 }}\n  c: 1\n';
    const [root] = parseEmbedded(text, scalarIn(text)).documents.map((document) => document.root);
    const a = nodeAt(root, ['a']);
    assert.deepEqual(
      [root?.kind === 'map' && root.open, typeof a === 'object' && a.kind === 'map' && a.open],
      [false, true],
    );
  });

  it('may go on in a template below it', () => {
    const isOpen = (text: string): unknown => {
      const root = parseEmbedded(text, scalarIn(text)).documents[0]?.root;
      return root?.kind === 'map' && root.open;
    };
    assert.equal(isOpen('v: |\n  a: 1\n  {{- toYaml .x | nindent 2 }}\nw: 1\n'), true);
    assert.equal(isOpen('v: |\n  a: {{ .a }}\n  {{ toYaml .x | nindent 2 }}\n'), true);
    assert.equal(isOpen('v: |\n  a: {{ .a }}\n{{- if .w }}\nw: 1\n{{- end }}\n'), false);
  });

  it('is unknown under a condition outside', () => {
    assert.deepEqual(innerOutlines('{{ if .x }}\nv: |\n  a: 1\n{{ end }}\n'), [{ a: '?template', '…': '…' }]);
  });

  it('is unknown behind the tag of another tool', () => {
    assert.deepEqual(innerOutlines('v: !vault |\n  a: 1\n'), [{ a: '?encrypted', '…': '…' }]);
  });

  it('says where in the whole text it has errors', () => {
    const text = 'v: |\n  a: [\n';
    const problems = parseEmbedded(text, scalarIn(text)).documents.flatMap((document) => document.problems);
    assert.ok(
      problems.length > 0 && problems.every(({ span }) => span.start >= 5 && span.end <= text.length),
    );
  });

  it('is read, with the span of the scalar, where there is no exact map', () => {
    const text = 'v: "a: 1\n\n  b: 2"\n';
    assert.deepEqual(innerOutlines(text), [{ a: 1, b: 2 }]);
    assert.equal(sourceAt(text, ['b']), '"a: 1\n\n  b: 2"');
  });
});
