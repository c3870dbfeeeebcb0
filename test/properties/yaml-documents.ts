import fc from 'fast-check';
import { render, type Habits, type Written, type WrittenEntry } from './written-yaml.ts';

/**
 * YAML documents in the many ways in which people write them. Each is a tree of what is written, rendered with
 * one set of habits; nothing is made that YAML does not allow.
 */

const keys = [
  'a',
  'b',
  'socketLB',
  'enabled',
  'hostNamespaceOnly',
  'kubeProxyReplacement',
  'a.b',
  'a-b',
  'k8sServiceHost',
  '"quoted"',
  "'single'",
  '🐝',
  'über',
  '"with: colon"',
  '"#"',
  'on',
  '"y"',
  '1',
  '0x10',
];

const plainScalars = [
  'true',
  'false',
  'yes',
  'off',
  'strict',
  '0',
  '010',
  '1.5',
  '1_000',
  '~',
  'null',
  'Null',
  '10.0.0.1',
  'a b',
  'x#y',
  'http://a.b/c',
  '-1',
  '2001-12-14',
  'é',
  '🐝🐝',
  'a\tb',
  '.5',
  '1e3',
  '=',
  '@x'.slice(1),
];

const quotedScalars = [
  '"true"',
  "'x'",
  '""',
  "''",
  '"a\\nb"',
  "'it''s'",
  '"{x}"',
  "'# no'",
  '"\\u00e9"',
  '"a: b"',
  '!!str 1',
  '!!int "5"',
];

const scalar: fc.Arbitrary<Written> = fc
  .oneof(
    { weight: 3, arbitrary: fc.constantFrom(...plainScalars) },
    { weight: 2, arbitrary: fc.constantFrom(...quotedScalars) },
    { weight: 1, arbitrary: fc.constant('') },
  )
  .map((source) => ({ kind: 'scalar', source }));

const flowScalar: fc.Arbitrary<Written> = fc
  .constantFrom('true', 'no', '1', 'x', '"a, b"', "'{'", 'a b', '~')
  .map((source) => ({ kind: 'scalar', source }));

const literal: fc.Arbitrary<Written> = fc
  .record({
    header: fc.constantFrom('|', '|-', '|+', '>', '>-'),
    lines: fc
      .array(fc.constantFrom('a: 1', 'b:', '  c: 2', '', 'text # here', '- x', '🐝'), { maxLength: 4 })
      .map((lines) => ['first: line', ...lines]),
  })
  .map((block) => ({ kind: 'literal', ...block }));

const comment = fc.option(fc.constantFrom('note', '-- helm-docs', 'a: 1', 'hostNamespaceOnly: false', '🐝'), {
  nil: undefined,
  freq: 4,
});

function entriesOf(value: fc.Arbitrary<Written>, maxLength: number): fc.Arbitrary<WrittenEntry[]> {
  const entry = fc.record({
    key: fc.constantFrom(...keys),
    value,
    above: comment,
    behind: comment,
    blankLine: fc.boolean(),
  });
  return fc.uniqueArray(entry, { maxLength, selector: ({ key }) => key });
}

function maps(value: fc.Arbitrary<Written>, style: 'block' | 'flow'): fc.Arbitrary<Written> {
  return entriesOf(value, style === 'block' ? 5 : 3).map((entries) => ({ kind: 'map', style, entries }));
}

function lists(value: fc.Arbitrary<Written>, style: 'block' | 'flow'): fc.Arbitrary<Written> {
  const minLength = style === 'block' ? 1 : 0;
  return fc.array(value, { minLength, maxLength: 3 }).map((items) => ({ kind: 'list', style, items }));
}

const { node } = fc.letrec<{ node: Written; flow: Written }>((tie) => ({
  flow: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    flowScalar,
    maps(tie('flow'), 'flow'),
    lists(tie('flow'), 'flow'),
  ),
  node: fc.oneof(
    { depthSize: 'medium', withCrossShrink: true },
    scalar,
    literal,
    maps(tie('node'), 'block'),
    lists(tie('node'), 'block'),
    tie('flow'),
  ),
}));

const habits: fc.Arbitrary<Habits> = fc.record({
  step: fc.constantFrom(2, 2, 4, 3, 1, 8),
  indentsLists: fc.boolean(),
  lineBreak: fc.constantFrom('\n', '\n', '\r\n'),
  endsWithLineBreak: fc.boolean(),
  byteOrderMark: fc.constantFrom(false, false, false, true),
  startsWithMarker: fc.boolean(),
});

/** A map that others use, for files in which `*base` stands somewhere. */
const base: WrittenEntry = {
  key: 'x-base',
  value: { kind: 'scalar', source: '&base {enabled: true, other: [1]}' },
  above: undefined,
  behind: undefined,
  blankLine: false,
};

const alias: fc.Arbitrary<Written> = fc.constant({ kind: 'scalar', source: '*base' });

/** A map with `<<: *base` among its entries. */
const mergingMap: fc.Arbitrary<Written> = fc
  .tuple(entriesOf(fc.oneof(scalar, alias), 3), fc.nat({ max: 3 }), alias)
  .map(([entries, place, value]) => {
    const merge = { key: '<<', value, above: undefined, behind: undefined, blankLine: false };
    return { kind: 'map', style: 'block', entries: entries.toSpliced(place, 0, merge) };
  });

function files(value: fc.Arbitrary<Written>, first: readonly WrittenEntry[]): fc.Arbitrary<string> {
  const root = entriesOf(value, 6).map((entries): Written => ({
    kind: 'map',
    style: 'block',
    entries: [...first, ...entries],
  }));
  return fc
    .record({ habits, roots: fc.array(root, { minLength: 1, maxLength: 3 }) })
    .map((file) => render(file.roots, file.habits));
}

/** Files of one to three documents whose roots are block maps, without aliases. */
export const yamlFiles: fc.Arbitrary<string> = files(node, []);

/** The same with anchors, aliases and merges. */
export const yamlFilesWithAliases: fc.Arbitrary<string> = files(
  fc.oneof(
    { weight: 2, arbitrary: node },
    { weight: 1, arbitrary: alias },
    { weight: 1, arbitrary: mergingMap },
  ),
  [base],
);
