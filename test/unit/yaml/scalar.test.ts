import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readPlain } from '../../../server/src/yaml/scalar.ts';
import { onlyOutline } from './outline.ts';

/** What `{{ kindOf }}` and `{{ toJson }}` printed for each plain scalar in a values file, with Helm 4.1.4. */
const observed: readonly (readonly [value: unknown, texts: string])[] = [
  [null, '~ null Null NULL'],
  [true, 'true True TRUE yes Yes YES on On ON y Y'],
  [false, 'false False FALSE no No NO off Off OFF n N'],
  [0, '0 00 +0 -0 0.0 0e0'],
  [1, '1 +1 01 1. 1.0 1_'],
  [-1, '-1'],
  [5, '0b101 0B101'],
  [-3, '-0b11'],
  [3, '+0b11'],
  [7, '07 0_7'],
  [8, '010 0o10 0O10 0o1_0 08'],
  [-8, '-010'],
  [31, '0x1F 0X1F'],
  [-31, '-0x1F'],
  [89, '089'],
  [255, '0xF_F'],
  [511, '0777'],
  [1000, '1_000 1e3 1E3 1e+3'],
  [0.5, '.5 +.5 0.5'],
  [-0.5, '-.5'],
  [10, '1__0 .1e2'],
  [0.001, '1e-3'],
  [1000.5, '1_000.5'],
  [12000, '12e03'],
  [100_000_000_000_000_000_000, '99999999999999999999'],
];

const strings = `tRUE yEs nUlL ~~ t f 0x 0xg _1 1,000 ++1 1e .e1 inf nan .Nan 1e400 1e1000 1.2.3 0x1p-2 1:30 190:20:30
  2001-12-14 2001-12-14T21:59:43Z 12-12-2001 = . .. -- + -a 0.5.1 _ __ 0b 0b2 0o8 0o e1 1d`;

describe('A plain scalar', () => {
  for (const [value, texts] of observed) {
    it(`is ${JSON.stringify(value)} for Helm when written ${texts}`, () => {
      for (const text of texts.split(' '))
        assert.equal(Object.is(readPlain(text), -0) ? 0 : readPlain(text), value, text);
    });
  }

  it('is a string for Helm where other YAML versions see something else', () => {
    for (const text of strings.split(/\s+/)) assert.equal(readPlain(text), text);
  });

  it('is null when empty', () => {
    assert.equal(readPlain(''), null);
  });

  it('is refused by Helm when it is infinite or no number', () => {
    for (const text of ['.inf', '.Inf', '.INF', '-.inf', '+.inf', '.nan', '.NaN', '.NAN']) {
      assert.equal(readPlain(text), undefined, text);
    }
  });
});

describe('A tagged scalar', () => {
  it('is what its tag says, as for Helm', () => {
    assert.deepEqual(
      onlyOutline(`a: !!str true
b: !!bool "true"
c: !!int "5"
d: !!float 1
e: ! 1
f: !!null ""
g: !!str
h: !!bool "yes"
i: !!timestamp 2001-12-14
j: !!int "0x10"
k: !<tag:yaml.org,2002:str> 1
`),
      {
        a: 'true',
        b: true,
        c: 5,
        d: 1,
        e: '1',
        f: null,
        g: '',
        h: true,
        i: '2001-12-14',
        j: 16,
        k: '1',
      },
    );
  });

  it('is unreadable where Helm refuses it', () => {
    assert.deepEqual(onlyOutline('a: !!int 1.5\nb: !!bool foo\nc: .inf\n'), {
      a: '?unreadable',
      b: '?unreadable',
      c: '?unreadable',
    });
  });
});
