import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { readComposed } from '../../server/src/yaml/composed.ts';
import { readEvents } from '../../server/src/yaml/events.ts';
import type { YamlNode } from '../../server/src/yaml/node.ts';
import { parseYaml } from '../../server/src/yaml/parse.ts';
import { runs } from './settings.ts';
import { yamlFiles, yamlFilesWithAliases } from './yaml-documents.ts';

const maxDepth = 200;

const anyFile = fc.oneof(yamlFiles, yamlFilesWithAliases);

describe('Any valid YAML', () => {
  it('gives the same tree from both parsers', () => {
    fc.assert(
      fc.property(anyFile, (text) => {
        const events = readEvents(text, maxDepth);
        assert.ok(events, 'the fast parser refuses the text');
        assert.deepEqual(events, readComposed(text, maxDepth));
      }),
      runs(200),
    );
  });

  it('has spans that nest and stand in order', () => {
    fc.assert(
      fc.property(anyFile, (text) => {
        for (const { root, span } of parseYaml(text).documents) {
          assert.ok(span.start >= 0 && span.end <= text.length);
          if (root !== undefined) checkSpans(root, text);
        }
      }),
      runs(150),
    );
  });
});

function checkSpans(node: YamlNode, text: string): void {
  const { start, end } = node.span;
  assert.ok(0 <= start && start <= end && end <= text.length);
  const parts =
    node.kind === 'map'
      ? node.entries.flatMap(({ key, value }) => [key, value])
      : node.kind === 'sequence'
        ? node.items
        : [];
  let behind = start;
  for (const part of parts) {
    assert.ok(
      part.span.start >= behind && part.span.end <= end,
      `${start}–${end} has ${part.span.start}–${part.span.end}`,
    );
    behind = part.span.end;
    checkSpans(part, text);
  }
}

const pieces = [
  '{{ .x }}',
  '{{- if .y }}\n',
  '{{- end }}',
  '{% if z %}',
  '{{',
  '}}',
  '---\n',
  '\t',
  '\u0000',
  '&a ',
  '*a',
  '<<: *a\n',
  '!x ',
  '? ',
  ': ',
  '[',
  '{',
  '}',
  '"',
  "'",
  '|\n',
  '\ufeff',
  '#',
  '\r',
  '${A}',
];

/** A text with pieces put in and parts cut out. */
const brokenTexts: fc.Arbitrary<string> = fc
  .tuple(
    anyFile,
    fc.array(fc.tuple(fc.nat(), fc.nat({ max: 20 }), fc.constantFrom('', ...pieces)), {
      minLength: 1,
      maxLength: 6,
    }),
  )
  .map(([text, changes]) =>
    changes.reduce((broken, [place, length, piece]) => {
      const at = broken.length === 0 ? 0 : place % broken.length;
      return broken.slice(0, at) + piece + broken.slice(at + (piece === '' ? length : 0));
    }, text),
  );

describe('Any text at all', () => {
  it('can be read: nothing is thrown, and every place is in the text', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          { weight: 4, arbitrary: brokenTexts },
          { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }) },
        ),
        (text) => {
          const { documents } = parseYaml(text);
          assert.ok(documents.length > 0);
          for (const { root, problems, span } of documents) {
            for (const place of [span, ...problems.map((problem) => problem.span)]) {
              assert.ok(place.start >= 0 && place.end <= text.length && place.start <= place.end);
            }
            if (root !== undefined) checkBounds(root, text.length);
          }
        },
      ),
      runs(500),
    );
  });
});

function checkBounds(node: YamlNode, length: number): void {
  assert.ok(
    node.span.start >= 0 && node.span.start <= node.span.end && node.span.end <= length,
    JSON.stringify(node.span),
  );
  if (node.kind === 'map') {
    for (const { key, value } of node.entries) {
      checkBounds(key, length);
      checkBounds(value, length);
    }
  }
  if (node.kind === 'sequence') for (const item of node.items) checkBounds(item, length);
}
