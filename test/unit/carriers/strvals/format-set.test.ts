import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import '../../../properties/settings.ts';
import { formatKey, formatSet, formatValue } from '../../../../server/src/carriers/strvals/format-set.ts';
import { parseSet } from '../../../../server/src/carriers/strvals/parse-set.ts';

const key = fc.string({
  minLength: 1,
  unit: fc.oneof(
    fc.constantFrom('.', ',', '=', '[', ']', '{', '}', '\\', ' ', 'a', '0'),
    fc.string({ minLength: 1, maxLength: 1 }),
  ),
});
const path = fc
  .tuple(key, fc.array(fc.oneof(key, fc.nat({ max: 65536 })), { maxLength: 20 }))
  .map(([head, rest]) => [head, ...rest]);
const text = fc.string({
  unit: fc.oneof(
    fc.constantFrom('.', ',', '=', '{', '}', '\\', '0', '1', 'true', 'null'),
    fc.string({ minLength: 1, maxLength: 1 }),
  ),
});
const value = fc.oneof(
  fc.boolean(),
  fc.constant(null),
  fc.maxSafeInteger(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  text,
  fc.constantFrom('true', '01', '0', '-7', 'null', '{a'),
);

describe('formatSet', () => {
  it('writes what parseSet reads back, whatever the path and the value', () => {
    fc.assert(
      fc.property(path, value, (where, what) => {
        const formatted = formatSet(where, what);
        assert.ok(formatted !== undefined);
        const parsed = parseSet(formatted.text, formatted.kind);
        assert.equal(parsed.problem, undefined);
        assert.equal(parsed.assignments.length, 1);
        assert.deepEqual(parsed.assignments[0]?.path, where);
        const read = parsed.assignments[0].value;
        assert.ok(read.kind === 'scalar' || read.kind === 'json');
        assert.ok(
          read.value === what || (typeof what === 'number' && Object.is(Number(read.value) + 0, what + 0)),
        );
      }),
      { numRuns: 500 },
    );
  });

  it('writes plain settings as people do', () => {
    assert.deepEqual(formatSet(['socketLB', 'hostNamespaceOnly'], true), {
      kind: 'set',
      text: 'socketLB.hostNamespaceOnly=true',
    });
    assert.deepEqual(formatSet(['a.b', 0, 'c,d'], 'x,y'), { kind: 'set', text: 'a\\.b[0].c\\,d=x\\,y' });
  });

  it('takes --set-string for text that looks like another type', () => {
    assert.deepEqual(formatSet(['a'], 'true'), { kind: 'set-string', text: 'a=true' });
    assert.deepEqual(formatSet(['a'], '15'), { kind: 'set-string', text: 'a=15' });
    assert.deepEqual(formatSet(['a'], '015'), { kind: 'set', text: 'a=015' });
  });

  it('takes --set-json for fractions, which --set reads as text', () => {
    assert.deepEqual(formatSet(['a'], 0.5), { kind: 'set-json', text: 'a=0.5' });
  });

  it('has no text for a path that Helm cannot be told', () => {
    assert.equal(formatKey([]), undefined);
    assert.equal(formatKey(['a', '']), undefined);
    assert.equal(formatKey([0]), undefined);
  });

  it('has no text for a value that the flag would turn into another', () => {
    assert.equal(formatValue(true, 'set-string'), undefined);
    assert.equal(formatValue('true', 'set'), undefined);
    assert.equal(formatValue(1, 'set-file'), undefined);
    assert.equal(formatValue('a,b', 'set-literal'), 'a,b');
  });
});
