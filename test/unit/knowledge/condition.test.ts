import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { allHold, isEmpty, switchState, type Condition } from '../../../server/src/knowledge/condition.ts';
import type { Read, SettingScalar } from '../../../server/src/knowledge/reading.ts';

const reads =
  (value: SettingScalar): Read =>
  () => ({ kind: 'known', value });
const absent: Read = () => ({ kind: 'absent' });
const unknown: Read = () => ({ kind: 'unknown' });
const path = ['key'];

describe('a switch', () => {
  const states: readonly (readonly [state: string, values: readonly SettingScalar[]])[] = [
    ['on', [true, 1, '1', 't', 'T', 'TRUE', 'true', 'True']],
    ['off', [false, 0, null, '0', 'f', 'F', 'FALSE', 'false', 'False']],
    ['unclear', ['', 'yes', 'on', 'disabled', 2, 'tRUE']],
  ];
  for (const [state, values] of states)
    it(`is ${state} as Go reads it`, () => {
      assert.deepEqual(
        values.filter((value) => switchState(value) !== state),
        [],
      );
    });
});

describe("Helm's emptiness", () => {
  it('is null, an empty text, false and zero', () => {
    assert.deepEqual(
      [null, '', false, 0].map((value) => isEmpty(value)),
      [true, true, true, true],
    );
    assert.deepEqual(
      ['0', 'false', true, 1, ' '].map((value) => isEmpty(value)),
      [false, false, false, false, false],
    );
  });
});

describe('a condition', () => {
  /** What is asked, the values with which it holds, and those with which it does not. */
  const conditions: readonly (readonly [
    asked: Omit<Condition, 'path'>,
    held: readonly SettingScalar[],
    failed: readonly SettingScalar[],
  ])[] = [
    [{ isOneOf: ['strict', 'true'] }, ['strict', 'true', true], ['partial', null, false, '']],
    [{ isOneOf: [true] }, [true], ['true', false, null]],
    [{ isOneOf: [null] }, [null], ['null', '', false]],
    [{ isOneOf: ['null'] }, ['null'], [null]],
    [{ isNoneOf: ['none'] }, ['portmap', null, ''], ['none']],
    [{ hasForm: ['string', 'number'] }, ['', '1', 0], [true, null]],
    [
      { isVersionIn: '>=1.8 <1.12' },
      ['1.8', '1.9.4', 'v1.11', '1.10.12'],
      ['1.12', '1.7', '11.9', 'x1.9', 1.9, null, ''],
    ],
    [{ isVersionIn: '>=1.9.3' }, ['1.9.3', '1.9.10', '1.10'], ['1.9.2', '1.9', '1']],
    [{ isEmpty: true }, [null, '', false, 0], ['0', true]],
    [{ isEmpty: false }, ['0', true], [null, '', false, 0]],
    [{ isCleared: true }, ['', false, 0, null], ['x', true]],
    [{ isSet: true }, ['', false, 0], [null]],
    [{ isSet: false }, [null], ['', false, 0]],
    [{ isOn: true }, [true, 'true', 1], [false, null, 'yes', '']],
    [{ isOn: false }, [false, 'false', 0, null], [true, 'yes', '']],
    [{ isSet: true, isNoneOf: ['none'] }, ['portmap'], [null, 'none']],
  ];
  for (const [asked, held, failed] of conditions)
    it(`${JSON.stringify(asked)} holds with some values only`, () => {
      const answer = (value: SettingScalar): string => allHold([{ path, ...asked }], reads(value));
      assert.deepEqual(
        [...held, ...failed].map((value) => [value, answer(value)]),
        [...held.map((value) => [value, 'yes']), ...failed.map((value) => [value, 'no'])],
      );
    });

  it('takes what is absent for null, but not for cleared', () => {
    assert.equal(allHold([{ path, isEmpty: true }], absent), 'yes');
    assert.equal(allHold([{ path, isSet: true }], absent), 'no');
    assert.equal(allHold([{ path, isOneOf: [null] }], absent), 'yes');
    assert.equal(allHold([{ path, isCleared: true }], absent), 'no');
    assert.equal(allHold([{ path, isCleared: false }], absent), 'yes');
  });

  it('is asked of the dialect that it names, of the chart where it names none', () => {
    const read: Read = (_, dialect) => ({ kind: 'known', value: dialect });
    assert.equal(allHold([{ path, isOneOf: ['helm'] }], read), 'yes');
    assert.equal(allHold([{ path, dialect: 'agent', isOneOf: ['agent'] }], read), 'yes');
    assert.equal(allHold([{ path, dialect: 'helm', isOneOf: ['helm'] }], read), 'yes');
  });
});

describe('several conditions', () => {
  const on: Condition = { path: ['on'], isOn: true };
  const other: Condition = { path: ['other'], isOn: true };
  const read =
    (value: SettingScalar, otherwise: Read): Read =>
    (asked, dialect) =>
      asked[0] === 'on' ? { kind: 'known', value } : otherwise(asked, dialect);

  it('hold where there is none', () => {
    assert.equal(allHold([], unknown), 'yes');
  });

  it('are unknown where one is and no other fails, wherever it stands', () => {
    assert.equal(allHold([on, other], read(true, unknown)), 'unknown');
    assert.equal(allHold([other, on], read(true, unknown)), 'unknown');
  });

  it('fail where one does, even when others are unknown', () => {
    assert.equal(allHold([other, on], read(false, unknown)), 'no');
    assert.equal(allHold([on, other], read(false, unknown)), 'no');
  });
});
