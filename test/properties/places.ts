import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits, type TextEdit } from '../../server/src/edits/edit.ts';
import type { KeyPath, Scalar } from '../../server/src/yaml/node.ts';
import { parseYaml } from '../../server/src/yaml/parse.ts';
import { unknownReason } from '../../server/src/yaml/value.ts';
import { valuesOf } from './oracle.ts';
import { pathsOf } from './paths.ts';

export const newKeys = fc.constantFrom(
  'socketLB',
  'hostNamespaceOnly',
  'new',
  'a.b',
  'on',
  '1',
  'with space',
  '🐝',
  '# no',
  'a: b',
  '<<',
  '',
);

export const someValues: fc.Arbitrary<Scalar> = fc.oneof(
  fc.boolean(),
  fc.constant(null),
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0),
  fc.constantFrom(
    'true',
    'yes',
    'y',
    '010',
    '1e3',
    'a: b',
    '# x',
    '- a',
    '*a',
    '&a',
    "it's",
    'a\nb\n',
    ' ',
    'null',
    '~',
    '2001-01-01',
    '{',
    '[',
    ', ',
    'x #',
    '\u2028',
    '\t',
    '=',
    '.inf',
    '🐝',
  ),
  fc.string({ unit: 'grapheme' }).filter((text) => unknownReason(text) === undefined),
);

export interface Place {
  readonly text: string;
  readonly document: number;
  /** The path of something in the document. */
  readonly path: KeyPath;
}

/** A document of a file and a path in it: of what is there, with new keys behind it now and then. */
export function places(files: fc.Arbitrary<string>): fc.Arbitrary<Place> {
  return fc
    .record({ text: files, document: fc.nat(), place: fc.nat(), more: fc.array(newKeys, { maxLength: 3 }) })
    .map(({ text, document, place, more }) => {
      const { documents } = parseYaml(text);
      const index = document % documents.length;
      const paths = [[], ...pathsOf(documents[index]?.root)];
      const path = [...(paths[place % paths.length] ?? []), ...more];
      return { text, document: index, path: path.length === 0 ? ['new'] : path };
    });
}

/** Checks what holds for all edits: they are in order and within the text, and only the one document changes. */
export function checkEdits(
  { text, document }: Place,
  edits: readonly TextEdit[],
  isRight: (after: ReturnType<typeof valuesOf>) => void,
): void {
  let end = 0;
  for (const { span } of edits) {
    assert.ok(span.start >= end && span.end >= span.start && span.end <= text.length);
    end = span.end;
  }
  const before = valuesOf(text);
  const after = valuesOf(applyEdits(text, edits));
  assert.deepEqual(after.toSpliced(document, 1), before.toSpliced(document, 1));
  isRight(after);
}
