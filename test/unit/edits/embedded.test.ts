import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { editEmbedded } from '../../../server/src/edits/edit-embedded.ts';
import { applyEdits, type Change } from '../../../server/src/edits/edit.ts';
import type { Row } from './tables.ts';

function embeddedTable(change: Change, rows: readonly Row[], path: readonly string[] = ['v']): void {
  for (const [name, before, after] of rows) {
    it(name, () => {
      const result = editEmbedded(before, { document: 0, path }, { document: 0, base: [] }, change);
      if (typeof after === 'object') {
        assert.deepEqual(result, { ok: false, reason: after.refused });
        return;
      }
      assert.ok(result.ok, result.ok ? '' : result.reason);
      assert.equal(applyEdits(before, result.edits), after === 'same' ? before : after);
    });
  }
}

const mend: Change = { op: 'set', path: ['socketLB', 'hostNamespaceOnly'], value: true };

describe('YAML in a block scalar', () => {
  embeddedTable(mend, [
    [
      'gets lines in its own indentation',
      'v: |\n    a: 1\nz: 1\n',
      'v: |\n    a: 1\n    socketLB:\n      hostNamespaceOnly: true\nz: 1\n',
    ],
    [
      'gets lines within',
      'v: |\n  socketLB:\n    enabled: true\n\n  z: 1\n',
      'v: |\n  socketLB:\n    enabled: true\n    hostNamespaceOnly: true\n\n  z: 1\n',
    ],
    [
      'keeps what the file has for line breaks',
      'v: |\r\n  a: 1\r\nz: 1\r\n',
      'v: |\r\n  a: 1\r\n  socketLB:\r\n    hostNamespaceOnly: true\r\nz: 1\r\n',
    ],
    [
      'takes the line break from the file if it has one line',
      'v: |\r\n  a: 1',
      'v: |\r\n  a: 1\r\n  socketLB:\r\n    hostNamespaceOnly: true',
    ],
    [
      'keeps the empty lines that belong to it',
      'v: |+\n  a: 1\n\n\nz: 1\n',
      'v: |+\n  a: 1\n  socketLB:\n    hostNamespaceOnly: true\n\n\nz: 1\n',
    ],
    [
      'may be stripped',
      'v: |-\n  a: 1\n\nz: 1\n',
      'v: |-\n  a: 1\n  socketLB:\n    hostNamespaceOnly: true\n\nz: 1\n',
    ],
    [
      'may say how far it is indented',
      'v: |2\n    a: 1\n',
      'v: |2\n    a: 1\n    socketLB:\n      hostNamespaceOnly: true\n',
    ],
    [
      'may be empty',
      'spec:\n    x: 1\nv: |-\nz: 1\n',
      'spec:\n    x: 1\nv: |-\n    socketLB:\n        hostNamespaceOnly: true\nz: 1\n',
    ],
    [
      'may have its value replaced',
      'v: |\n  socketLB: {hostNamespaceOnly: false} # c\n',
      'v: |\n  socketLB: {hostNamespaceOnly: true} # c\n',
    ],
    ['may be set already', 'v: |\n  socketLB: {hostNamespaceOnly: true}\n', 'same'],
    [
      'may have templates',
      'v: |\n  name: {{ .name }}\n  a: 1\n',
      'v: |\n  name: {{ .name }}\n  a: 1\n  socketLB:\n    hostNamespaceOnly: true\n',
    ],
    [
      'is left alone where a template may have the key',
      'v: |\n  {{- if .x }}\n  a: 1\n  {{- end }}\n',
      { refused: 'written-by-template' },
    ],
    [
      'is left alone under a condition',
      '{{ if .x }}\nv: |\n  a: 1\n{{ end }}\n',
      { refused: 'written-by-template' },
    ],
    ['is left alone if others use it', 'v: &x |\n  a: 1\nz: *x\n', { refused: 'shared-anchor' }],
    ['is left alone if it is encrypted', 'v: !vault |\n  a: 1\n', { refused: 'unknown-value' }],
    ['is left alone if it has errors', 'v: |\n  a: [\n', { refused: 'not-readable' }],
    ['may not be there', 'a: 1\n', { refused: 'absent' }],
    ['may be a map by now', 'v:\n  a: 1\n', { refused: 'not-a-scalar' }],
  ]);
  embeddedTable({ op: 'remove', path: ['a'] }, [
    ['loses lines', 'v: |\n  a: 1\n  b: 1\nz: 1\n', 'v: |\n  b: 1\nz: 1\n'],
    ['loses its last line', 'v: |\n  b: 1\n  a: 1\nz: 1\n', 'v: |\n  b: 1\nz: 1\n'],
    ['loses its last line at the end of the file', 'v: |\n  b: 1\n  a: 1', 'v: |\n  b: 1'],
    ['loses lines before an empty one', 'v: |\n  a: 1\n\n  b: 1\n', 'v: |\n\n  b: 1\n'],
  ]);
  embeddedTable({ op: 'rename', from: ['hostServices', 'x'], to: ['socketLB', 'x'] }, [
    [
      'may have keys moved',
      'v: |\n  hostServices:\n    x: 1\n  b: 1\nz: 1\n',
      'v: |\n  socketLB:\n    x: 1\n  b: 1\nz: 1\n',
    ],
  ]);
  embeddedTable(
    mend,
    [
      [
        'may be far down',
        'spec:\n- {}\n- h:\n    values: |\n      a: 1\n',
        'spec:\n- {}\n- h:\n    values: |\n      a: 1\n      socketLB:\n        hostNamespaceOnly: true\n',
      ],
    ],
    ['spec', '1', 'h', 'values'],
  );
});

describe('YAML in other scalars', () => {
  embeddedTable(mend, [
    [
      'gets escaped lines in double quotes',
      'v: "a: 1\\n"\n',
      'v: "a: 1\\nsocketLB:\\n  hostNamespaceOnly: true\\n"\n',
    ],
    [
      'has its value replaced in double quotes',
      'v: "socketLB: {\\"hostNamespaceOnly\\": false}"\n',
      'v: "socketLB: {\\"hostNamespaceOnly\\": true}"\n',
    ],
    [
      'has its value replaced in single quotes',
      "v: 'socketLB: {hostNamespaceOnly: false}'\n",
      "v: 'socketLB: {hostNamespaceOnly: true}'\n",
    ],
    [
      'has its value replaced in a folded block',
      'v: >\n  {"socketLB":\n  {"hostNamespaceOnly": false}}\n',
      'v: >\n  {"socketLB":\n  {"hostNamespaceOnly": true}}\n',
    ],
    ['gets no lines in single quotes', "v: 'a: 1'\n", { refused: 'unsupported-layout' }],
    ['gets no lines in a folded block', 'v: >\n  a: 1\n', { refused: 'unsupported-layout' }],
    [
      'gets no lines in quotes over several lines',
      'v: "a: 1\n\n  b: 1"\n',
      { refused: 'unsupported-layout' },
    ],
  ]);
});
