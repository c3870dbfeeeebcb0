import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseSet } from '../../../../server/src/carriers/strvals/parse-set.ts';
import { observed } from './observed.ts';
import { printed } from './values.ts';

describe('parseSet against real Helm', () => {
  for (const kind of ['set', 'set-string', 'set-json', 'set-literal'] as const) {
    for (const [argument, helm] of observed[kind]) {
      it(`reads --${kind} ${JSON.stringify(argument)} as Helm does`, () => {
        assert.equal(printed(parseSet(argument, kind)) ?? 'refused', helm);
      });
    }
  }
});

describe('parseSet', () => {
  it('gives the places of keys, of their parts and of values, escapes included', () => {
    const text = 'x=1,a\\.b.c[2].d=hello\\,world,e={1,2}';
    const [, second, third] = parseSet(text, 'set').assignments;
    assert.ok(second !== undefined && third !== undefined);
    const slice = ({ start, end }: { start: number; end: number }): string => text.slice(start, end);
    assert.deepEqual(second.path, ['a.b', 'c', 2, 'd']);
    assert.equal(slice(second.keySpan), 'a\\.b.c[2].d');
    assert.deepEqual(second.segments.map(slice), ['a\\.b', 'c', '2', 'd']);
    assert.equal(slice(second.valueSpan), 'hello\\,world');
    assert.equal(slice(third.valueSpan), '{1,2}');
  });

  it('keeps the assignments in front of a mistake', () => {
    const parsed = parseSet('a=1,b', 'set');
    assert.deepEqual(
      parsed.assignments.map(({ path }) => path),
      [['a']],
    );
    assert.deepEqual(parsed.problem, { at: 4, message: 'key "b" has no value' });
  });

  it('reads the paths of --set-file', () => {
    const { assignments } = parseSet('a.b=one.txt,c=two.txt', 'set-file');
    assert.deepEqual(
      assignments.map(({ path, value }) => [path, value]),
      [
        [['a', 'b'], { kind: 'file', path: 'one.txt' }],
        [['c'], { kind: 'file', path: 'two.txt' }],
      ],
    );
  });

  it('gives an object of --set-json to the root of the values', () => {
    const [root] = parseSet(' {"a": 1} ', 'set-json').assignments;
    assert.deepEqual(root?.path, []);
    assert.deepEqual(root.valueSpan, { start: 1, end: 9 });
  });
});
