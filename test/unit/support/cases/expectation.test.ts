import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { expectationsIn } from '../../../support/cases/expectation.ts';

describe('expectationsIn', () => {
  it('marks the line above, from the first caret to the last', () => {
    const [expectation] = expectationsIn('socketLB:\n  enabled: true\n# ^^^^^^^ error some-rule\n');
    assert.deepEqual(expectation, {
      line: 1,
      start: 2,
      end: 9,
      runsOn: false,
      severity: 'error',
      rule: 'some-rule',
      texts: [],
      related: [],
    });
  });

  it('counts the number sign itself where it touches the first caret', () => {
    const [expectation] = expectationsIn('key: true\n#^^ hint some-rule\n');
    assert.equal(expectation?.start, 0);
    assert.equal(expectation.end, 3);
  });

  it('puts several expectations under one line', () => {
    const found = expectationsIn('a: true\r\n#^^ hint one\r\n#^^ error two\r\nb: true\r\n#^^ warning three');
    assert.deepEqual(
      found.map(({ line, rule }) => [line, rule]),
      [
        [0, 'one'],
        [0, 'two'],
        [3, 'three'],
      ],
    );
  });

  it('reads texts, related places and a line further up', () => {
    const [expectation] = expectationsIn(
      'helm upgrade \\\n  x\n# ^^^> error r line 1 "Istio sidecars" "reviews" related mesh/namespace.yaml:4\n',
    );
    assert.equal(expectation?.line, 0);
    assert.equal(expectation.runsOn, true);
    assert.deepEqual(expectation.texts, ['Istio sidecars', 'reviews']);
    assert.deepEqual(expectation.related, [{ file: 'mesh/namespace.yaml', line: 4 }]);
  });

  it('leaves other comments alone', () => {
    assert.deepEqual(expectationsIn('a: b # ^ not at the start\n# plain ^^^\n'), []);
  });

  it('refuses what begins like an expectation and is none', () => {
    assert.throws(() => expectationsIn('a: b\n#^^ eror some-rule\n'), /Line 2 is no expectation/);
    assert.throws(() => expectationsIn('a: b\n#^^ error some-rule and more\n'), /Line 2 is no expectation/);
  });
});
