import { describe } from 'node:test';
import { table } from './tables.ts';

describe('A key that is renamed', () => {
  table({ op: 'rename', from: ['bpf', 'sockLB'], to: ['bpf', 'hostRouting'] }, [
    [
      'keeps its value, its comment and its place',
      'bpf:\n  sockLB: yes # c\n  a: 1\n',
      'bpf:\n  hostRouting: yes # c\n  a: 1\n',
    ],
    ['keeps its quotes', "bpf: {'sockLB': {a: 1}}\n", "bpf: {'hostRouting': {a: 1}}\n"],
    [
      'takes its duplicates with it',
      'bpf:\n  sockLB: 1\n  sockLB: 2\n',
      'bpf:\n  hostRouting: 1\n  hostRouting: 2\n',
    ],
    ['may hold what a template writes', 'bpf:\n  sockLB: {{ .x }}\n', 'bpf:\n  hostRouting: {{ .x }}\n'],
    ['is explicit still', 'bpf:\n  ? sockLB\n  : 1\n', 'bpf:\n  ? hostRouting\n  : 1\n'],
    ['stays if the new key is there', 'bpf:\n  sockLB: 1\n  hostRouting: 2\n', { refused: 'already-set' }],
    ['stays if it is not there', 'bpf:\n  a: 1\n', { refused: 'absent' }],
    ['stays if others use its map', 'bpf: &x\n  sockLB: 1\na: *x\n', { refused: 'shared-anchor' }],
    ['stays if it comes by a merge', 'a: &x {sockLB: 1}\nbpf:\n  <<: *x\n', { refused: 'comes-from-merge' }],
    [
      'stays under a condition',
      'bpf:\n  {{ if .x }}\n  sockLB: 1\n  {{ end }}\n  a: 1\n',
      { refused: 'written-by-template' },
    ],
  ]);
  table({ op: 'rename', from: ['a'], to: ['a'] }, [
    ['is left alone if the name is the same', 'a: 1\n', 'same'],
  ]);
  table({ op: 'rename', from: ['a'], to: ['on'] }, [['is quoted where it must be', 'a: 1\n', '"on": 1\n']]);
});

describe('A key that moves to another map', () => {
  const from = ['hostServices', 'hostNamespaceOnly'];
  const to = ['socketLB', 'hostNamespaceOnly'];
  table({ op: 'rename', from, to }, [
    [
      'takes its value and its comment along',
      'hostServices:\n  enabled: false\n  hostNamespaceOnly: true # c\nsocketLB:\n  enabled: true\n',
      'hostServices:\n  enabled: false\nsocketLB:\n  enabled: true\n  hostNamespaceOnly: true # c\n',
    ],
    [
      'may move up',
      'socketLB:\n  enabled: true\nhostServices:\n  hostNamespaceOnly: true\n  b: 1\n',
      'socketLB:\n  enabled: true\n  hostNamespaceOnly: true\nhostServices:\n  b: 1\n',
    ],
    [
      'makes the new map in the place of the old',
      'a: 1\nhostServices:\n  hostNamespaceOnly: yes\nz: 1\n',
      'a: 1\nsocketLB:\n  hostNamespaceOnly: yes\nz: 1\n',
    ],
    [
      'makes the new map behind the old',
      'hostServices:\n  hostNamespaceOnly: true\n  b: 1\nz: 1\n',
      'hostServices:\n  b: 1\nsocketLB:\n  hostNamespaceOnly: true\nz: 1\n',
    ],
    [
      'may be the only one in its file',
      'hostServices:\r\n    hostNamespaceOnly: true',
      'socketLB:\r\n    hostNamespaceOnly: true',
    ],
    [
      'is indented as its new neighbours are',
      'hostServices:\n    hostNamespaceOnly:\n        a:\n        - b\nsocketLB:\n  c: 1\n',
      'socketLB:\n  c: 1\n  hostNamespaceOnly:\n      a:\n      - b\n',
    ],
    [
      'takes a block scalar along',
      'hostServices:\n  hostNamespaceOnly: |\n    a\n\n     b\nsocketLB:\n    c: 1\n',
      'socketLB:\n    c: 1\n    hostNamespaceOnly: |\n      a\n\n       b\n',
    ],
    [
      'takes an anchor along',
      'hostServices:\n  hostNamespaceOnly: &x true\nz: *x\n',
      'socketLB:\n  hostNamespaceOnly: &x true\nz: *x\n',
    ],
    [
      'goes into a flow map',
      'hostServices:\n  hostNamespaceOnly: true # c\nsocketLB: {a: 1}\n',
      'socketLB: {a: 1, hostNamespaceOnly: true}\n',
    ],
    [
      'comes out of a flow map',
      'hostServices: {hostNamespaceOnly: true, b: 1}\nsocketLB:\n  a: 1\n',
      'hostServices: {b: 1}\nsocketLB:\n  a: 1\n  hostNamespaceOnly: true\n',
    ],
    [
      'stays if the new place is taken',
      'hostServices:\n  hostNamespaceOnly: true\nsocketLB:\n  hostNamespaceOnly: false\n',
      { refused: 'already-set' },
    ],
    [
      'stays if the new place holds a value',
      'hostServices:\n  hostNamespaceOnly: true\nsocketLB: false\n',
      { refused: 'holds-scalar' },
    ],
    [
      'stays if its value does not fit into a flow map',
      'hostServices:\n  hostNamespaceOnly:\n    a: 1\nsocketLB: {a: 1}\n',
      { refused: 'unsupported-layout' },
    ],
  ]);
  table({ op: 'rename', from: ['a', 'b'], to: ['b'] }, [
    ['may move out of its map', 'a:\n  b:\n    c: 1\nz: 1\n', 'b:\n  c: 1\nz: 1\n'],
  ]);
  table({ op: 'rename', from: ['a'], to: ['b', 'c', 'd'] }, [
    ['may move into new maps', 'a:\n  x: 1\nz: 1\n', 'b:\n  c:\n    d:\n      x: 1\nz: 1\n'],
  ]);
});
