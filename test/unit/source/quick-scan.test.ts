import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { quickScan } from '../../../server/src/source/quick-scan.ts';
import type { Reader } from '../../../server/src/source/reader.ts';

const reader = (...hints: readonly string[]): Reader => ({ kinds: ['yaml'], hints, read: () => [] });

describe('the quick scan', () => {
  it('finds hints wherever they stand, also those that begin like others, or are short', () => {
    const [short, long, longer, absent] = [
      reader('-f'),
      reader('cilium'),
      reader('cilium-config'),
      reader('helm'),
    ];
    const scan = quickScan([short, long, longer, absent]);
    assert.deepEqual(scan('/a.yaml', 'cilium-config'), [long, longer]);
    assert.deepEqual(scan('/a.yaml', 'xcilium cilium-confi'), [long]);
    assert.deepEqual(scan('/a.yaml', '… helm -f'), [short, absent]);
    assert.deepEqual(scan('/a.yaml', 'cil'), []);
    assert.deepEqual(scan('/a.yaml', ''), []);
  });

  it('finds hints that overlap', () => {
    const [one, other] = [reader('istio-inj'), reader('o-injection')];
    assert.deepEqual(quickScan([one, other])('/a.yaml', 'istio-injection'), [one, other]);
  });

  it('asks the path as well', () => {
    const byPath: Reader = { ...reader(), paths: /values\.yaml$/ };
    const scan = quickScan([byPath]);
    assert.deepEqual(scan('/values.yaml', ''), [byPath]);
    assert.deepEqual(scan('/other.yaml', ''), []);
  });
});
