import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { differences, type FoundFinding, type WantedFinding } from '../../../support/cases/compare.ts';

const found: FoundFinding = {
  file: 'values.yaml',
  start: { line: 0, character: 0 },
  end: { line: 0, character: 20 },
  severity: 'error',
  rule: 'some-rule',
  message: 'Istio sidecars are bypassed.',
  related: [{ file: 'namespace.yaml', line: 5, message: 'injected here' }],
};

const wanted: WantedFinding = {
  file: 'values.yaml',
  expectation: {
    line: 0,
    start: 0,
    end: 20,
    runsOn: false,
    severity: 'error',
    rule: 'some-rule',
    texts: ['Istio sidecars'],
    related: [{ file: 'namespace.yaml', line: 5 }],
  },
};

function withExpectation(change: Partial<WantedFinding['expectation']>): WantedFinding {
  return { ...wanted, expectation: { ...wanted.expectation, ...change } };
}

describe('differences', () => {
  it('are none where every finding is wanted', () => {
    assert.equal(differences([wanted], [found]), '');
  });

  it('are none where nothing is wanted nor found', () => {
    assert.equal(differences([], []), '');
  });

  it('show both lists so that one sees what differs', () => {
    const text = differences([withExpectation({ severity: 'warning' })], [found]);
    assert.equal(
      text,
      [
        'Wanted, but not found:',
        '  values.yaml:1:1-21 warning some-rule',
        '    saying "Istio sidecars"',
        '    with related namespace.yaml:5',
        'Found, but not wanted:',
        '  values.yaml:1:1-21 error some-rule',
        '    saying "Istio sidecars are bypassed."',
        '    with related namespace.yaml:5 injected here',
      ].join('\n'),
    );
  });

  it('ask one finding for one expectation', () => {
    assert.match(differences([wanted, wanted], [found]), /^Wanted, but not found:/);
    assert.match(differences([wanted], [found, found]), /^Found, but not wanted:/);
  });

  const near: readonly (readonly [string, WantedFinding])[] = [
    ['another file', { ...wanted, file: 'other.yaml' }],
    ['another line', withExpectation({ line: 1 })],
    ['another first column', withExpectation({ start: 1 })],
    ['another last column', withExpectation({ end: 19 })],
    ['a range over several lines', withExpectation({ runsOn: true })],
    ['another rule', withExpectation({ rule: 'other-rule' })],
    ['another text', withExpectation({ texts: ['Istio sidecars', 'Linkerd'] })],
    ['another related place', withExpectation({ related: [{ file: 'namespace.yaml', line: 6 }] })],
  ];
  for (const [what, want] of near) {
    it(`tell ${what}`, () => assert.notEqual(differences([want], [found]), ''));
  }
});
