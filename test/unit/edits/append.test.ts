import { describe, it } from 'node:test';
import { editYaml } from '../../../server/src/edits/edit-yaml.ts';
import { applyEdits } from '../../../server/src/edits/edit.ts';
import assert from 'node:assert/strict';
import { table } from './tables.ts';

const port = { port: '15008', protocol: 'TCP' };

describe('an item added to a list', () => {
  table({ op: 'append', path: ['ports'], item: port }, [
    [
      'is laid out as those before it',
      'ports:\n  - port: "80"\n    protocol: TCP\nother: 1\n',
      'ports:\n  - port: "80"\n    protocol: TCP\n  - port: "15008"\n    protocol: TCP\nother: 1\n',
    ],
    [
      'has its dash where the others have theirs, and its quotes',
      "ports:\n- port: '80'\n",
      "ports:\n- port: '80'\n- port: '15008'\n  protocol: TCP\n",
    ],
    [
      'keeps the distance from the dash',
      'ports:\n  -   port: "80"\n',
      'ports:\n  -   port: "80"\n  -   port: "15008"\n      protocol: TCP\n',
    ],
    [
      'goes below a comment that points up, not below one that belongs to what follows',
      'ports:\n- port: "80" # web\n# ^ the web\n# other\nother: 1\n',
      'ports:\n- port: "80" # web\n# ^ the web\n- port: "15008"\n  protocol: TCP\n# other\nother: 1\n',
    ],
    [
      'needs no line break at the end',
      'ports:\n- port: "80"',
      'ports:\n- port: "80"\n- port: "15008"\n  protocol: TCP',
    ],
    [
      'takes the line breaks of the text',
      'ports:\r\n- port: "80"\r\n',
      'ports:\r\n- port: "80"\r\n- port: "15008"\r\n  protocol: TCP\r\n',
    ],
    [
      'is in braces where the one before is',
      'ports:\n  - { port: "80" }\n',
      'ports:\n  - { port: "80" }\n  - { port: "15008", protocol: TCP }\n',
    ],
    [
      'goes into brackets',
      'ports: [{port: "80"}] # c\n',
      'ports: [{port: "80"}, {port: "15008", protocol: TCP}] # c\n',
    ],
    [
      'gets a line in brackets where the others have lines',
      'ports: [\n  {port: "80"},\n]\n',
      'ports: [\n  {port: "80"},\n  {port: "15008", protocol: TCP},\n]\n',
    ],
    [
      'is JSON in JSON',
      '{"ports": [{"port": "80"}]}',
      '{"ports": [{"port": "80"}, {"port": "15008", "protocol": "TCP"}]}',
    ],
    ['is not added twice', 'ports:\n- protocol: TCP\n  port: "15008"\n', 'same'],
    [
      'takes the place of an empty list',
      'a:\n- 1\nports: [] # none\nb: 1\n',
      'a:\n- 1\nports: # none\n- port: "15008"\n  protocol: TCP\nb: 1\n',
    ],
    ['takes the place of null', 'ports: ~\nb: 1\n', 'ports:\n  - port: "15008"\n    protocol: TCP\nb: 1\n'],
    ['takes the place of nothing', 'ports:\nb: 1\n', 'ports:\n  - port: "15008"\n    protocol: TCP\nb: 1\n'],
    [
      'fills an empty list in braces',
      '{ports: [], b: 1}\n',
      '{ports: [{port: "15008", protocol: TCP}], b: 1}\n',
    ],
    ['fills null in braces', '{ports: , b: 1}\n', '{ports: [{port: "15008", protocol: TCP}] , b: 1}\n'],
    ['brings its list along', 'b: 1\n', 'b: 1\nports:\n  - port: "15008"\n    protocol: TCP\n'],
    ['brings its list along in braces', '{b: 1}\n', '{b: 1, ports: [{port: "15008", protocol: TCP}]}\n'],
    [
      'goes behind the empty lines of a block',
      'ports:\n- |+\n  a\n\nb: 1\n',
      'ports:\n- |+\n  a\n\n- port: "15008"\n  protocol: TCP\nb: 1\n',
    ],
    [
      'leaves a list with an anchor that nobody uses',
      'ports: &p\n- port: "80"\n',
      'ports: &p\n- port: "80"\n- port: "15008"\n  protocol: TCP\n',
    ],
    ['is refused where others use the list', 'ports: &p\n- a\nb: *p\n', { refused: 'shared-anchor' }],
    ['is refused behind an alias', 'b: &p [a]\nports: *p\n', { refused: 'behind-alias' }],
    ['is refused where a map is', 'ports: {a: 1}\n', { refused: 'not-a-list' }],
    ['is refused where a text is', 'ports: a\n', { refused: 'not-a-list' }],
    [
      'is refused where a template stands',
      'ports: {{ .Values.ports }}\n',
      { refused: 'written-by-template' },
    ],
    ['is refused where a value is filled in', 'ports: ${PORTS}\n', { refused: 'unknown-value' }],
    [
      'is refused in a list that a template adds to',
      'ports:\n- a\n{{- range .Values.x }}\n- {{ . }}\n{{- end }}\n',
      { refused: 'written-by-template' },
    ],
    [
      'is refused where a merge brings the list',
      'b: &b {ports: [a]}\n<<: *b\n',
      { refused: 'comes-from-merge' },
    ],
    ['is refused behind an explicit key without a value', '? ports\n', { refused: 'unsupported-layout' }],
  ]);

  table({ op: 'append', path: ['spec', 'ingress', '0', 'toPorts', '0', 'ports'], item: port }, [
    [
      'is found through lists',
      'spec:\n  ingress:\n    - toPorts:\n        - ports:\n            - port: "80"\n',
      'spec:\n  ingress:\n    - toPorts:\n        - ports:\n            - port: "80"\n            - port: "15008"\n              protocol: TCP\n',
    ],
    ['is refused where there is no such item', 'spec:\n  ingress: []\n', { refused: 'holds-list' }],
  ]);

  table(
    {
      op: 'append',
      path: ['egress'],
      item: { toEndpoints: [{ matchLabels: { app: 'istiod' } }], toPorts: [{ ports: [port], rules: {} }] },
    },
    [
      [
        'holds maps and lists in the steps of the text',
        'spec:\n    egress:\n    -   toPorts:\n        - ports: []\n',
        'spec:\n    egress:\n    -   toPorts:\n        - ports: []\n    -   toEndpoints:\n        - matchLabels:\n              app: istiod\n        toPorts:\n        - ports:\n          - port: "15008"\n            protocol: TCP\n          rules: {}\n',
      ],
    ],
    { path: ['spec'] },
  );

  table({ op: 'append', path: ['a'], item: 'x' }, [
    ['is a text among texts', 'a:\n- "b"\n', 'a:\n- "b"\n- "x"\n'],
    ['is a text among bracketed texts', 'a: [b]\n', 'a: [b, x]\n'],
    ['stands below an item without a value', 'a:\n-\n', 'a:\n-\n- x\n'],
    ['stands in a list within a list', '- a:\n  - b\n', { refused: 'holds-list' }],
  ]);

  table({ op: 'append', path: ['0'], item: ['x', []] }, [
    ['is refused where the path ends at an item', '- [a]\n', { refused: 'holds-list' }],
  ]);

  table({ op: 'append', path: ['a'], item: Number.NaN }, [
    ['is refused where YAML cannot say it', 'a: []\n', { refused: 'not-writable' }],
  ]);

  table({ op: 'append', path: ['a'], item: ['x', [], [1, null]] }, [
    ['is a list', 'a:\n- 1\n', 'a:\n- 1\n- - x\n  - []\n  - - 1\n    - null\n'],
  ]);

  it('is a whole document of its own', () => {
    const result = editYaml('', { document: 0, base: [] }, { op: 'append', path: ['a'], item: 1 });
    assert.equal(result.ok && applyEdits('', result.edits), 'a:\n  - 1\n');
  });
});
