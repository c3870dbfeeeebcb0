import { describe } from 'node:test';
import { table } from './tables.ts';

const path = ['socketLB', 'hostNamespaceOnly'];

describe('A key that is removed', () => {
  table({ op: 'remove', path }, [
    [
      'takes its line and the comment in it',
      'socketLB:\n  a: 1\n  hostNamespaceOnly: true # c\n  b: 2\n',
      'socketLB:\n  a: 1\n  b: 2\n',
    ],
    [
      'leaves the comments above',
      'socketLB:\n  a: 1\n  # about\n  hostNamespaceOnly: true\n',
      'socketLB:\n  a: 1\n  # about\n',
    ],
    ['may be the first', 'socketLB:\n  hostNamespaceOnly: true\n  a: 1\n', 'socketLB:\n  a: 1\n'],
    [
      'may be the last of a file without a line break',
      'socketLB:\r\n  a: 1\r\n  hostNamespaceOnly: true',
      'socketLB:\r\n  a: 1',
    ],
    [
      'takes all lines of its value',
      'socketLB:\n  hostNamespaceOnly: |\n    a\n    b\n  c:\n  - d\n',
      'socketLB:\n  c:\n  - d\n',
    ],
    [
      'takes a map with it',
      'socketLB:\n  hostNamespaceOnly:\n    a: 1\n    # c\n    b: 2\n  c: 1\n',
      'socketLB:\n  c: 1\n',
    ],
    [
      'takes its duplicates with it',
      'socketLB:\n  hostNamespaceOnly: 1\n  a: 1\n  hostNamespaceOnly: 2\n',
      'socketLB:\n  a: 1\n',
    ],
    ['may be explicit', '? socketLB\n: ? hostNamespaceOnly\n  : true\n  a: 1\n', '? socketLB\n: a: 1\n'],
    ['leaves an empty map', 'socketLB: # c\n  hostNamespaceOnly: true\nz: 1\n', 'socketLB: {} # c\nz: 1\n'],
    ['leaves an empty map at the end', 'socketLB:\n  hostNamespaceOnly: true', 'socketLB: {}'],
    ['is gone already', 'socketLB:\n  a: 1\n', 'same'],
    ['is gone with its map', 'a: 1\n', 'same'],
    ['may be the first of a flow map', 'socketLB: {hostNamespaceOnly: true, a: 1}\n', 'socketLB: {a: 1}\n'],
    ['may be the last of a flow map', 'socketLB: {a: 1, hostNamespaceOnly: true}\n', 'socketLB: {a: 1}\n'],
    ['may be the only one of a flow map', 'socketLB: { hostNamespaceOnly: true }\n', 'socketLB: {}\n'],
    [
      'may have a line in a flow map',
      'socketLB: {\n  a: 1,\n  hostNamespaceOnly: true, # c\n  b: 2\n}\n',
      'socketLB: {\n  a: 1,\n  b: 2\n}\n',
    ],
    [
      'stays if others use its map',
      'socketLB: &x\n  hostNamespaceOnly: true\n  a: 1\nb: *x\n',
      { refused: 'shared-anchor' },
    ],
    [
      'stays if others use its value',
      'socketLB:\n  hostNamespaceOnly: &x true\n  a: 1\nb: *x\n',
      { refused: 'shared-anchor' },
    ],
    [
      'stays if it comes by a merge',
      'b: &b {hostNamespaceOnly: true}\nsocketLB:\n  <<: *b\n',
      { refused: 'comes-from-merge' },
    ],
    [
      'stays if a merge would show it again',
      'b: &b {hostNamespaceOnly: true}\nsocketLB:\n  <<: *b\n  hostNamespaceOnly: false\n',
      { refused: 'would-change-more' },
    ],
    [
      'stays if a template may have it',
      'socketLB:\n  {{ toYaml .x | nindent 2 }}\n  a: 1\n',
      { refused: 'written-by-template' },
    ],
  ]);
  table({ op: 'remove', path: ['0', 'a'] }, [
    ['may share the line of a dash', '- a: 1\n  b: 2\n- c: 3\n', '- b: 2\n- c: 3\n'],
    ['may be alone behind a dash', '- a: 1 # c\n- c: 3\n', '- {} # c\n- c: 3\n'],
  ]);
});

describe('With the maps that it leaves empty, a removed key', () => {
  table({ op: 'remove', path: ['a', ...path], prune: true }, [
    ['takes one map', 'a:\n  b: 1\n  socketLB:\n    hostNamespaceOnly: true\nz: 1\n', 'a:\n  b: 1\nz: 1\n'],
    ['takes all maps', 'a:\n  socketLB:\n    hostNamespaceOnly: true\nz: 1\n', 'z: 1\n'],
    [
      'takes none that holds more',
      'a:\n  socketLB:\n    hostNamespaceOnly: true\n    b: 1\n',
      'a:\n  socketLB:\n    b: 1\n',
    ],
    [
      'stays if a template may add to the map above',
      'a:\n  socketLB:\n    hostNamespaceOnly: true\n  {{ toYaml .x | nindent 2 }}\n',
      { refused: 'written-by-template' },
    ],
    ['leaves the root', 'a:\n  socketLB:\n    hostNamespaceOnly: true\n', '{}\n'],
  ]);
  table(
    { op: 'remove', path, prune: true },
    [
      [
        'leaves the base',
        'spec:\n  values:\n    socketLB:\n      hostNamespaceOnly: true\n',
        'spec:\n  values: {}\n',
      ],
    ],
    { path: ['spec', 'values'] },
  );
});
