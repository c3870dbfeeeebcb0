import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { editYaml } from '../../../server/src/edits/edit-yaml.ts';
import { applyEdits, type Change } from '../../../server/src/edits/edit.ts';
import type { Scalar } from '../../../server/src/yaml/node.ts';
import { table } from './tables.ts';

const mend: Change = { op: 'set', path: ['socketLB', 'hostNamespaceOnly'], value: true };

describe('A key that is there', () => {
  table(mend, [
    [
      'gets the new value, and its comment stays',
      'socketLB:\n  hostNamespaceOnly: false # why\n',
      'socketLB:\n  hostNamespaceOnly: true # why\n',
    ],
    ['needs no edit with that value', 'socketLB:\n  hostNamespaceOnly: true\n', 'same'],
    ['needs no edit with that value in other words', 'socketLB:\n  hostNamespaceOnly: yes\n', 'same'],
    [
      'needs no edit with that value behind an alias',
      'x: &x true\nsocketLB:\n  hostNamespaceOnly: *x\n',
      'same',
    ],
    [
      'is no boolean in quotes',
      'socketLB:\n  hostNamespaceOnly: "true"\n',
      'socketLB:\n  hostNamespaceOnly: true\n',
    ],
    ['may have no value', 'socketLB:\n  hostNamespaceOnly:\n', 'socketLB:\n  hostNamespaceOnly: true\n'],
    [
      'may have a comment for a value',
      'socketLB:\n  hostNamespaceOnly:   # unset\n',
      'socketLB:\n  hostNamespaceOnly: true   # unset\n',
    ],
    ['may be null', 'socketLB: {hostNamespaceOnly: ~}', 'socketLB: {hostNamespaceOnly: true}'],
    [
      'may have no colon',
      'socketLB: {hostNamespaceOnly, enabled: true}',
      'socketLB: {hostNamespaceOnly: true, enabled: true}',
    ],
    [
      'loses a tag that would change the value',
      'socketLB:\n  hostNamespaceOnly: !!str false\n',
      'socketLB:\n  hostNamespaceOnly: true\n',
    ],
    [
      'keeps an anchor that nobody uses',
      'socketLB:\n  hostNamespaceOnly: !!bool &x "false"\n',
      'socketLB:\n  hostNamespaceOnly: &x true\n',
    ],
    [
      'loses a block scalar as a whole',
      'socketLB:\n  hostNamespaceOnly: |-\n    a\n    b\n\n  enabled: true\n',
      'socketLB:\n  hostNamespaceOnly: true\n\n  enabled: true\n',
    ],
    [
      'loses a scalar of several lines as a whole',
      'socketLB:\n  hostNamespaceOnly: a\n    b\n  enabled: true\n',
      'socketLB:\n  hostNamespaceOnly: true\n  enabled: true\n',
    ],
    [
      'no longer takes its value from an alias',
      'x: &x false\nsocketLB:\n  hostNamespaceOnly: *x # c\n',
      'x: &x false\nsocketLB:\n  hostNamespaceOnly: true # c\n',
    ],
    [
      'is the last of its duplicates',
      'socketLB:\n  hostNamespaceOnly: false\nsocketLB:\n  hostNamespaceOnly: false\n  hostNamespaceOnly: no\n',
      'socketLB:\n  hostNamespaceOnly: false\nsocketLB:\n  hostNamespaceOnly: false\n  hostNamespaceOnly: true\n',
    ],
    [
      'may be quoted',
      '"socketLB":\n  \'hostNamespaceOnly\' : false\n',
      '"socketLB":\n  \'hostNamespaceOnly\' : true\n',
    ],
    [
      'may be explicit',
      '? socketLB\n: ? hostNamespaceOnly\n  : false\n',
      '? socketLB\n: ? hostNamespaceOnly\n  : true\n',
    ],
    [
      'may have its value on the next line',
      'socketLB:\n  hostNamespaceOnly:\n    false\n',
      'socketLB:\n  hostNamespaceOnly:\n    true\n',
    ],
    [
      'may stand behind emoji',
      'a: 🐝🐝\nsocketLB: {e: "🐝", hostNamespaceOnly: false}\n',
      'a: 🐝🐝\nsocketLB: {e: "🐝", hostNamespaceOnly: true}\n',
    ],
    [
      'may stand behind tabs',
      'a: x\ty\nsocketLB:\n  hostNamespaceOnly:\tfalse\t# c\n',
      'a: x\ty\nsocketLB:\n  hostNamespaceOnly:\ttrue\t# c\n',
    ],
    ['is left alone if it holds a map', 'socketLB:\n  hostNamespaceOnly: {}\n', { refused: 'not-a-scalar' }],
    [
      'is left alone if it holds a list',
      'socketLB:\n  hostNamespaceOnly: [x]\n',
      { refused: 'not-a-scalar' },
    ],
    [
      'is left alone if a template writes it',
      'socketLB:\n  hostNamespaceOnly: {{ .x }}\n',
      { refused: 'written-by-template' },
    ],
    [
      'is left alone under a condition',
      'socketLB:\n  {{ if .x }}\n  hostNamespaceOnly: false\n  {{ end }}\n',
      { refused: 'written-by-template' },
    ],
    [
      'is left alone if it is substituted',
      'socketLB:\n  hostNamespaceOnly: ${X}\n',
      { refused: 'unknown-value' },
    ],
    [
      'is left alone if it is encrypted',
      'socketLB:\n  hostNamespaceOnly: ENC[AES256_GCM,data:x]\n',
      { refused: 'unknown-value' },
    ],
    [
      'is left alone if others use it',
      'socketLB:\n  hostNamespaceOnly: &x false\nother: *x\n',
      { refused: 'shared-anchor' },
    ],
    [
      'is left alone if others use what holds it',
      'socketLB: &x\n  hostNamespaceOnly: false\nother:\n  <<: *x\n',
      { refused: 'shared-anchor' },
    ],
    [
      'is left alone if a merge behind it decides',
      'b: &b {hostNamespaceOnly: no}\nsocketLB:\n  hostNamespaceOnly: false\n  <<: *b\n',
      { refused: 'comes-from-merge' },
    ],
  ]);
});

describe('A key that is missing from a block map', () => {
  table(mend, [
    [
      'goes last',
      'socketLB:\n  enabled: true\nz: 1\n',
      'socketLB:\n  enabled: true\n  hostNamespaceOnly: true\nz: 1\n',
    ],
    [
      'goes before the empty lines and the comments of what follows',
      'socketLB:\n  enabled: true # c\n\n# about z\nz: 1\n',
      'socketLB:\n  enabled: true # c\n  hostNamespaceOnly: true\n\n# about z\nz: 1\n',
    ],
    [
      'goes behind comments that point up',
      'socketLB:\n  enabled: true\n  # ^ on purpose\nz: 1\n',
      'socketLB:\n  enabled: true\n  # ^ on purpose\n  hostNamespaceOnly: true\nz: 1\n',
    ],
    [
      'goes behind its commented-out self',
      'socketLB:\n  # hostNamespaceOnly: false\n  enabled: true\n',
      'socketLB:\n  # hostNamespaceOnly: false\n  hostNamespaceOnly: true\n  enabled: true\n',
    ],
    [
      'goes behind its commented-out self at the end',
      'socketLB:\n  enabled: true\n  #hostNamespaceOnly: false\nz: 1\n',
      'socketLB:\n  enabled: true\n  #hostNamespaceOnly: false\n  hostNamespaceOnly: true\nz: 1\n',
    ],
    [
      'takes no heed of comments about other maps',
      'socketLB:\n  enabled: true\n# hostNamespaceOnly: false\nz: 1\n',
      'socketLB:\n  enabled: true\n  hostNamespaceOnly: true\n# hostNamespaceOnly: false\nz: 1\n',
    ],
    [
      'goes behind a nested map',
      'socketLB:\n  x:\n    y: 1\n\nz: 1\n',
      'socketLB:\n  x:\n    y: 1\n  hostNamespaceOnly: true\n\nz: 1\n',
    ],
    [
      'goes behind a list in the column of its key',
      'socketLB:\n  x:\n  - a\n  - b\nz: 1\n',
      'socketLB:\n  x:\n  - a\n  - b\n  hostNamespaceOnly: true\nz: 1\n',
    ],
    [
      'goes behind a block scalar',
      'socketLB:\n  x: |\n    a\n\n    b\n\nz: 1\n',
      'socketLB:\n  x: |\n    a\n\n    b\n  hostNamespaceOnly: true\n\nz: 1\n',
    ],
    [
      'goes behind a block scalar and the empty lines that belong to it',
      'socketLB:\n  x: |+\n    a\n\n\nz: 1\n',
      'socketLB:\n  x: |+\n    a\n\n\n  hostNamespaceOnly: true\nz: 1\n',
    ],
    [
      'goes behind a scalar of several lines',
      'socketLB:\n  x: "a\n    b"\nz: 1\n',
      'socketLB:\n  x: "a\n    b"\n  hostNamespaceOnly: true\nz: 1\n',
    ],
    [
      'goes behind a merge',
      'b: &b {e: 1}\nsocketLB:\n  <<: *b\n',
      'b: &b {e: 1}\nsocketLB:\n  <<: *b\n  hostNamespaceOnly: true\n',
    ],
    [
      'overrides what a merge brings',
      'b: &b {hostNamespaceOnly: false}\nsocketLB:\n  <<: *b\n',
      'b: &b {hostNamespaceOnly: false}\nsocketLB:\n  <<: *b\n  hostNamespaceOnly: true\n',
    ],
    [
      'stands in the column of the others',
      'socketLB:\n     enabled: true\nz: 1\n',
      'socketLB:\n     enabled: true\n     hostNamespaceOnly: true\nz: 1\n',
    ],
    [
      'has the line breaks of the file',
      'a: 1\r\nsocketLB:\r\n  enabled: true\r\n',
      'a: 1\r\nsocketLB:\r\n  enabled: true\r\n  hostNamespaceOnly: true\r\n',
    ],
    [
      'has the line break of its place in a mixed file',
      'a: 1\nsocketLB:\r\n  enabled: true\r\nz: 1\n',
      'a: 1\nsocketLB:\r\n  enabled: true\r\n  hostNamespaceOnly: true\r\nz: 1\n',
    ],
    [
      'leaves the file without a line break at the end',
      'socketLB:\n  enabled: true',
      'socketLB:\n  enabled: true\n  hostNamespaceOnly: true',
    ],
    [
      'is quoted like the others',
      '"socketLB":\n  "enabled": true\n',
      '"socketLB":\n  "enabled": true\n  "hostNamespaceOnly": true\n',
    ],
    [
      'goes into a map with explicit keys',
      '? socketLB\n: enabled: true\n',
      '? socketLB\n: enabled: true\n  hostNamespaceOnly: true\n',
    ],
    [
      'goes into a map with a byte order mark before it',
      '\ufeffsocketLB:\n  enabled: true\n',
      '\ufeffsocketLB:\n  enabled: true\n  hostNamespaceOnly: true\n',
    ],
    [
      'goes behind the end of a condition in the entry before',
      'socketLB:\n  x:\n    {{- if .y }}\n    a: 1\n    {{- end }}\nz: 1\n',
      'socketLB:\n  x:\n    {{- if .y }}\n    a: 1\n    {{- end }}\n  hostNamespaceOnly: true\nz: 1\n',
    ],
    [
      'goes behind what a template writes into the entry before',
      'socketLB:\n  x:\n    {{- toYaml .y | nindent 4 }}\nz: 1\n',
      'socketLB:\n  x:\n    {{- toYaml .y | nindent 4 }}\n  hostNamespaceOnly: true\nz: 1\n',
    ],
    [
      'is not added where a template may have it',
      'socketLB:\n  enabled: true\n  {{- toYaml .y | nindent 2 }}\n',
      { refused: 'written-by-template' },
    ],
    ['is not added behind an alias', 'b: &b {enabled: true}\nsocketLB: *b\n', { refused: 'behind-alias' }],
    [
      'is not added to a map that comes by a merge',
      'b: &b\n  socketLB: {enabled: true}\n<<: *b\n',
      { refused: 'comes-from-merge' },
    ],
    [
      'is not added to a map that others use',
      'socketLB: &b\n  enabled: true\nother: *b\n',
      { refused: 'shared-anchor' },
    ],
    ['is not added to a plain value', 'socketLB: true\n', { refused: 'holds-scalar' }],
    ['is not added to a list', 'socketLB:\n- true\n', { refused: 'holds-list' }],
    [
      'is not added to what a template writes',
      'socketLB: {{ toYaml .x | nindent 2 }}\n',
      { refused: 'written-by-template' },
    ],
    ['is not added to a file with errors', 'socketLB:\n  enabled: true\na: [\n', { refused: 'not-readable' }],
  ]);
});

describe('A key that is missing from a flow map', () => {
  table(mend, [
    ['goes last', 'socketLB: {enabled: true}\n', 'socketLB: {enabled: true, hostNamespaceOnly: true}\n'],
    [
      'goes last within the spaces',
      'socketLB: { enabled: true }\n',
      'socketLB: { enabled: true, hostNamespaceOnly: true }\n',
    ],
    [
      'leaves a comma at the end',
      'socketLB: {enabled: true,}\n',
      'socketLB: {enabled: true, hostNamespaceOnly: true,}\n',
    ],
    [
      'goes on a line of its own where others do',
      'socketLB: {\n    enabled: true, # c\n  }\n',
      'socketLB: {\n    enabled: true, # c\n    hostNamespaceOnly: true,\n  }\n',
    ],
    [
      'adds the comma before it',
      'socketLB: {\n    enabled: true # c\n  }\n',
      'socketLB: {\n    enabled: true, # c\n    hostNamespaceOnly: true\n  }\n',
    ],
    [
      'takes its map with it',
      'a: 1\nb: {c: 1}\n'.replace('a: 1\nb: ', ''),
      '{c: 1, socketLB: {hostNamespaceOnly: true}}\n',
    ],
    ['goes into null', '{socketLB: , b: 1}', '{socketLB: {hostNamespaceOnly: true} , b: 1}'],
    ['goes into a key without a colon', '{socketLB, b: 1}', '{socketLB: {hostNamespaceOnly: true}, b: 1}'],
    [
      'goes into JSON',
      '{"socketLB": {"enabled": true}}',
      '{"socketLB": {"enabled": true, "hostNamespaceOnly": true}}',
    ],
    [
      'goes into JSON of many lines',
      '{\n  "a": [1],\n  "b": "x"\n}\n',
      '{\n  "a": [1],\n  "b": "x",\n  "socketLB": {"hostNamespaceOnly": true}\n}\n',
    ],
    [
      'goes behind an anchor that nobody uses',
      'socketLB: &x {}\n',
      'socketLB: &x {hostNamespaceOnly: true}\n',
    ],
    [
      'stays within its braces over several lines',
      'socketLB: {\n}\n',
      'socketLB: {hostNamespaceOnly: true\n}\n',
    ],
  ]);
});

describe('A map that is missing', () => {
  table(mend, [
    ['is made at the end', 'a: 1\n', 'a: 1\nsocketLB:\n  hostNamespaceOnly: true\n'],
    [
      'is made from a key without a value',
      'socketLB:\nz: 1\n',
      'socketLB:\n  hostNamespaceOnly: true\nz: 1\n',
    ],
    [
      'is made below the comment behind its key',
      'socketLB: # c\nz: 1\n',
      'socketLB: # c\n  hostNamespaceOnly: true\nz: 1\n',
    ],
    [
      'is made below the commented-out key, in its column',
      'socketLB:\n   # a\n   # hostNamespaceOnly: false\nz: 1\n',
      'socketLB:\n   # a\n   # hostNamespaceOnly: false\n   hostNamespaceOnly: true\nz: 1\n',
    ],
    ['is made from null', 'socketLB: null # c\n', 'socketLB: # c\n  hostNamespaceOnly: true\n'],
    ['is made from a tilde', 'socketLB: ~', 'socketLB:\n  hostNamespaceOnly: true'],
    ['is made from braces', 'socketLB: {} # c\nz: 1\n', 'socketLB: # c\n  hostNamespaceOnly: true\nz: 1\n'],
    ['is made for an explicit key', '? socketLB\nz: 1\n', '? socketLB\n:\n  hostNamespaceOnly: true\nz: 1\n'],
    [
      'is indented as the file is',
      'a:\n    b: 1\n',
      'a:\n    b: 1\nsocketLB:\n    hostNamespaceOnly: true\n',
    ],
    [
      'is indented by an odd width',
      'a:\n - x\nb:\n   c: 1\n',
      'a:\n - x\nb:\n   c: 1\nsocketLB:\n   hostNamespaceOnly: true\n',
    ],
    [
      'goes behind its commented-out self',
      'a: 1\n\n# socketLB:\n#   enabled: true\n\nz: 1\n',
      'a: 1\n\n# socketLB:\n#   enabled: true\nsocketLB:\n  hostNamespaceOnly: true\n\nz: 1\n',
    ],
    [
      'goes behind its commented-out self at the top',
      '# head\n# socketLB:\n#  enabled: true\na: 1\n',
      '# head\n# socketLB:\n#  enabled: true\nsocketLB:\n  hostNamespaceOnly: true\na: 1\n',
    ],
    ['is made in an empty file', '', 'socketLB:\n  hostNamespaceOnly: true\n'],
    ['is made in an empty line', '\r\n', 'socketLB:\r\n  hostNamespaceOnly: true\r\n'],
    ['is made below comments', '# only\n', '# only\nsocketLB:\n  hostNamespaceOnly: true\n'],
    ['is made below comments without a line break', '# only', '# only\nsocketLB:\n  hostNamespaceOnly: true'],
    ['is made behind a byte order mark', '\ufeff', '\ufeffsocketLB:\n  hostNamespaceOnly: true\n'],
    ['is made behind a marker', '---\n', '---\nsocketLB:\n  hostNamespaceOnly: true\n'],
    [
      'is made before the end of the document',
      '--- # c\n...\n',
      '--- # c\nsocketLB:\n  hostNamespaceOnly: true\n...\n',
    ],
    ['is made from a null document', '---\nnull\n', '---\nsocketLB:\n  hostNamespaceOnly: true\n'],
    ['is made from an empty map', '{}\n', 'socketLB:\n  hostNamespaceOnly: true\n'],
    ['is made from an empty map behind a marker', '--- {}\n', '--- {socketLB: {hostNamespaceOnly: true}}\n'],
    ['is not made where a list is', '- a\n', { refused: 'holds-list' }],
    ['is not made where a text is', 'only words\n', { refused: 'holds-scalar' }],
    [
      'is not made where a template writes the file',
      '{{ include "x" . }}\n',
      { refused: 'written-by-template' },
    ],
  ]);
});

describe('A related key', () => {
  table({ ...mend, near: ['kubeProxyReplacement'] }, [
    [
      'has the new map right behind it',
      'kubeProxyReplacement: true # c\n# about z\nz: 1\n',
      'kubeProxyReplacement: true # c\nsocketLB:\n  hostNamespaceOnly: true\n# about z\nz: 1\n',
    ],
    [
      'may be the last',
      'z: 1\nkubeProxyReplacement: true',
      'z: 1\nkubeProxyReplacement: true\nsocketLB:\n  hostNamespaceOnly: true',
    ],
    ['may be missing', 'z: 1\ny1: 2\n', 'z: 1\ny1: 2\nsocketLB:\n  hostNamespaceOnly: true\n'],
    [
      'does not matter where the map is there',
      'kubeProxyReplacement: true\nz: 1\nsocketLB:\n  a: 1\n',
      'kubeProxyReplacement: true\nz: 1\nsocketLB:\n  a: 1\n  hostNamespaceOnly: true\n',
    ],
    [
      'matters less than the commented-out key',
      'kubeProxyReplacement: true\nz: 1\n# socketLB:\n',
      'kubeProxyReplacement: true\nz: 1\n# socketLB:\nsocketLB:\n  hostNamespaceOnly: true\n',
    ],
    [
      'has the comments below it that point up',
      'kubeProxyReplacement: true\n#^^^ here\nz: 1\n',
      'kubeProxyReplacement: true\n#^^^ here\nsocketLB:\n  hostNamespaceOnly: true\nz: 1\n',
    ],
  ]);
});

describe('A document of several', () => {
  const text = 'a: 1\n---\nb: 2\n--- # last\n';
  table(
    mend,
    [['may be the second', text, 'a: 1\n---\nb: 2\nsocketLB:\n  hostNamespaceOnly: true\n--- # last\n']],
    { document: 1 },
  );
  table(
    mend,
    [['may be empty', text, 'a: 1\n---\nb: 2\n--- # last\nsocketLB:\n  hostNamespaceOnly: true\n']],
    { document: 2 },
  );
  table(mend, [['may be gone', text, { refused: 'gone' }]], { document: 3 });
  table(
    mend,
    [
      [
        'may stand beside one with errors',
        'a: [\n---\nb: 2\n',
        'a: [\n---\nb: 2\nsocketLB:\n  hostNamespaceOnly: true\n',
      ],
    ],
    { document: 1 },
  );
});

describe('A base', () => {
  const path = ['spec', 'values'];
  table(
    mend,
    [
      [
        'is where the path begins',
        'spec:\n  values:\n    a: 1\n  b: 2\n',
        'spec:\n  values:\n    a: 1\n    socketLB:\n      hostNamespaceOnly: true\n  b: 2\n',
      ],
      [
        'is made where it is missing',
        'spec:\n  b: 2\n',
        'spec:\n  b: 2\n  values:\n    socketLB:\n      hostNamespaceOnly: true\n',
      ],
      [
        'is made as a whole',
        'kind: X\n',
        'kind: X\nspec:\n  values:\n    socketLB:\n      hostNamespaceOnly: true\n',
      ],
      [
        'may be empty',
        'spec:\n  values: {}\n',
        'spec:\n  values:\n    socketLB:\n      hostNamespaceOnly: true\n',
      ],
    ],
    { path },
  );
  table(
    mend,
    [
      [
        'may go through lists',
        'spec:\n  sources:\n  - a: 1\n  - helm: {}\n',
        'spec:\n  sources:\n  - a: 1\n  - helm:\n      socketLB:\n        hostNamespaceOnly: true\n',
      ],
      ['ends where a list does', 'spec:\n  sources:\n  - a: 1\n', { refused: 'holds-list' }],
    ],
    { path: ['spec', 'sources', '1', 'helm'] },
  );
});

describe('A value', () => {
  const written: readonly (readonly [name: string, value: Scalar, text: string])[] = [
    ['that is a boolean is written plainly', false, 'false'],
    ['that is null is written out', null, 'null'],
    ['that is a number is written plainly', 1.5, '1.5'],
    ['that is a large number is read back', 1e21, '1e+21'],
    ['that is a word is written plainly', 'strict', 'strict'],
    ['that is a version is written plainly', 'v1.18.2', 'v1.18.2'],
    ['that is an address is written plainly', '10.0.0.1', '10.0.0.1'],
    ['that is a URL is written plainly', 'https://a.b:443/c', 'https://a.b:443/c'],
    ['that looks like a boolean is quoted', 'yes', '"yes"'],
    ['that looks like a short boolean is quoted', 'n', '"n"'],
    ['that looks like a number is quoted', '1.18', '"1.18"'],
    ['that looks like an octal number is quoted', '010', '"010"'],
    ['that looks like null is quoted', '~', '"~"'],
    ['that looks like a date is quoted', '2001-12-14', '"2001-12-14"'],
    ['that is empty is quoted', '', '""'],
    ['that has a colon is quoted', 'a: b', '"a: b"'],
    ['that has a comment sign is quoted', 'a #b', '"a #b"'],
    ['that has quotes is quoted', 'it\'s "x"', '"it\'s \\"x\\""'],
    ['that has lines is written in one', 'a\nb\n', '"a\\nb\\n"'],
    ['that has invisible characters shows them', 'a\u2028\u200b\ufeff', '"a\\u2028\\u200b\\ufeff"'],
    ['that has emoji has them as they are', 'a 🐝', '"a 🐝"'],
  ];
  for (const [name, value, text] of written) {
    it(name, () => {
      const result = editYaml('b: 1\n', { document: 0, base: [] }, { op: 'set', path: ['a'], value });
      assert.ok(result.ok);
      assert.equal(applyEdits('b: 1\n', result.edits), `b: 1\na: ${text}\n`);
    });
  }

  it('that Helm refuses is refused', () => {
    const result = editYaml('', { document: 0, base: [] }, { op: 'set', path: ['a'], value: Infinity });
    assert.deepEqual(result, { ok: false, reason: 'not-writable' });
  });

  table({ op: 'set', path: ['c'], value: 'true' }, [
    ['is quoted like its neighbours', "a: 'true'\nb: 'false'\n", "a: 'true'\nb: 'false'\nc: 'true'\n"],
    ['is quoted like what it replaces', "c: 'x'\n", "c: 'true'\n"],
    ['is quoted where it must be', 'c: x\n', 'c: "true"\n'],
    ['is quoted in flow maps as well', '{a: b}', '{a: b, c: "true"}'],
  ]);

  table({ op: 'set', path: ['c.d'], value: 1 }, [
    ['may have a key with a dot', 'c: {d: 1}\n', 'c: {d: 1}\nc.d: 1\n'],
  ]);
  table({ op: 'set', path: ['on'], value: 1 }, [
    ['has its key quoted where it must be', 'a: 1\n', 'a: 1\n"on": 1\n'],
  ]);
});
