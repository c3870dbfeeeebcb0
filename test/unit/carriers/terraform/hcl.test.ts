import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import '../../../properties/settings.ts';
import type { Body, Expression } from '../../../../server/src/carriers/terraform/hcl/node.ts';
import { parseHcl } from '../../../../server/src/carriers/terraform/hcl/parse.ts';

/** A value in short: what is written out as JSON has it, `?` for what Terraform works out. */
function inShort(value: Expression): unknown {
  switch (value.kind) {
    case 'string':
      return value.parts.map((part) => (part.kind === 'text' ? part.text : '?')).join('');
    case 'heredoc':
      return `<<${value.stripsIndent ? '-' : ''}`;
    case 'literal':
      return value.value;
    case 'list':
      return value.items.map(inShort);
    case 'object': {
      const entries: readonly (readonly [string, unknown])[] = [
        ...value.entries.map(({ key, value: member }) => [key, inShort(member)] as const),
        ...(value.open ? [['…', '?'] as const] : []),
      ];
      const object: Readonly<Record<string, unknown>> = Object.fromEntries(entries);
      return object;
    }
    case 'call':
      return [`${value.name}()`, ...value.arguments.map(inShort)];
    case 'other':
      return '?';
  }
}

function attributesIn({ attributes, blocks }: Body): Readonly<Record<string, unknown>> {
  const entries: readonly (readonly [string, unknown])[] = [
    ...attributes.map(({ name, value }) => [name, inShort(value)] as const),
    ...blocks.map(({ type, labels, body }) => [[type, ...labels].join(' '), attributesIn(body)] as const),
  ];
  return Object.fromEntries(entries);
}

describe('a value of HCL', () => {
  const values: readonly (readonly [source: string, value: unknown])[] = [
    ['"a\\"b\\n$${c}"', 'a"b\n${c}'],
    ['"${path.module}/a.yaml"', '?/a.yaml'],
    ['"${file("${path.module}/a.yaml")}b"', '?b'],
    ['"%{ if x }a%{ endif }"', '?a?'],
    ['-1.5e3', -1500],
    ['true # c', true],
    ['null // c', null],
    ['[1, "a", [true], /* c */ var.x,]', [1, 'a', [true], '?']],
    ['[\n  1,\n  # c\n  2\n]', [1, 2]],
    ['[for x in y : x]', '?'],
    ['{ a = 1, "b" : 2\n c = { d = [] } }', { a: 1, b: 2, c: { d: [] } }],
    ['{ (var.k) = 1, a = 2 }', { a: 2, '…': '?' }],
    ['{ for k, v in x : k => v }', '?'],
    ['file("a.yaml")', ['file()', 'a.yaml']],
    ['f(\n  1,\n  g(),\n)', ['f()', 1, ['g()']]],
    ['file("a") == "" ? 1 : 2', '?'],
    ['var.x["a"].b', '?'],
    ['local.x', '?'],
    ['!true', '?'],
    ['<<EOT\na: ${b}\nEOT', '<<'],
    ['<<-EOT\n  a: 1\n  EOT', '<<-'],
  ];
  for (const [source, value] of values) {
    it(`is ${JSON.stringify(value)} in ${JSON.stringify(source)}`, () => {
      const text = `before = 1\nx = ${source}\nafter = 2\n`;
      assert.deepEqual(attributesIn(parseHcl(text)), { before: 1, x: value, after: 2 });
      assert.equal(parseHcl(text).attributes[1]?.value.span.start, text.indexOf(source));
    });
  }
});

describe('a file of HCL', () => {
  it('has blocks in blocks', () => {
    const text = 'resource "helm_release" "a" {\n  set {\n    name = "b"\n  }\n  c = 1 }\nlocals { d = 2 }\n';
    assert.deepEqual(attributesIn(parseHcl(text)), {
      'resource helm_release a': { set: { name: 'b' }, c: 1 },
      locals: { d: 2 },
    });
  });

  it('is read on behind what is none', () => {
    assert.deepEqual(attributesIn(parseHcl('???\nx\ny = 1\n')), { y: 1 });
  });

  it('is read whatever stands in it, and in a time that grows with it', () => {
    const pieces = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      '(',
      ')',
      '"',
      '${',
      '%{',
      '<<E\n',
      'E\n',
      '=',
      ',',
      '\n',
      'a',
      '#',
      '/*',
      '\\',
      'for ',
      ':',
      '.',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 60 }), (parts) => {
        const text = parts.join('');
        for (const { value } of parseHcl(text).attributes) assert.ok(value.span.end <= text.length);
      }),
    );
    for (const part of ['{', '[', '(', '"${', 'a = [', 'a {', 'a = {b = ', '<<E\n', '"', 'x = "${"${']) {
      assert.ok(parseHcl(part.repeat(20_000)).attributes.length >= 0);
    }
  });
});
