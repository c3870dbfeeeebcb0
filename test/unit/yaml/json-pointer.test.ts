import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { pointerKeys, pointerSegment } from '../../../server/src/yaml/json-pointer.ts';

describe('a JSON pointer', () => {
  it('leads from key to key', () => {
    assert.deepEqual(pointerKeys('/metadata/labels/istio-injection'), [
      'metadata',
      'labels',
      'istio-injection',
    ]);
  });

  it('writes a slash and a tilde in another way', () => {
    assert.deepEqual(pointerKeys('/a~1b/c~0d/~01'), ['a/b', 'c~d', '~1']);
  });

  it('is written as it is read', () => {
    for (const key of ['istio.io/rev', '~', '~1', '/~0/']) {
      assert.deepEqual(pointerKeys(`/${pointerSegment(key)}`), [key]);
    }
  });

  it('leads nowhere when it is empty', () => {
    assert.deepEqual(pointerKeys(''), []);
  });
});
