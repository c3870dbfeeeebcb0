import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { LabelRequirement, LabelSelector, LabelSet } from '../../server/src/facts/labels.ts';
import type { Answer } from '../../server/src/knowledge/condition.ts';
import { allOf, anyOf, not } from '../../server/src/workspace/policies/answers.ts';
import { liesIn } from '../../server/src/workspace/policies/cidr.ts';
import { policiesIn } from '../../server/src/workspace/policies/policies.ts';
import { selects } from '../../server/src/workspace/policies/select-labels.ts';
import { networkPolicy, pods, policiesOf } from '../support/policies.ts';

const key: fc.Arbitrary<string> = fc.constantFrom('app', 'tier', 'team');
const value = fc.constantFrom('', 'a', 'b', 'c');
const labelMap = fc.dictionary(key, value, { noNullPrototype: true });
const closed: fc.Arbitrary<LabelSet> = labelMap.map((known) => ({ known, unknown: [], open: false }));
const partly: fc.Arbitrary<LabelSet> = fc
  .record({ known: labelMap, unknown: fc.array(key), open: fc.boolean() })
  .map(({ known, unknown, open }) => ({
    known: Object.fromEntries(Object.entries(known).filter(([name]) => !unknown.includes(name))),
    unknown,
    open,
  }));
const requirement: fc.Arbitrary<LabelRequirement> = fc.record({
  key,
  operator: fc.constantFrom('In', 'NotIn', 'Exists', 'DoesNotExist'),
  values: fc.array(value, { minLength: 1, maxLength: 3 }),
});
const requirements = fc.array(requirement, { maxLength: 4 });
const opposites = { In: 'NotIn', NotIn: 'In', Exists: 'DoesNotExist', DoesNotExist: 'Exists' } as const;

const of = (...wanted: readonly LabelRequirement[]): LabelSelector => ({ requirements: wanted, open: false });

describe('label selectors', () => {
  it('know every answer where all labels are known', () => {
    fc.assert(
      fc.property(requirements, closed, (wanted, labels) => selects(of(...wanted), labels) !== 'unknown'),
    );
  });

  it('of the opposite operator take in what the other leaves out', () => {
    fc.assert(
      fc.property(requirement, partly, (wanted, labels) => {
        const opposite = { ...wanted, operator: opposites[wanted.operator] };
        assert.equal(selects(of(opposite), labels), not(selects(of(wanted), labels)));
      }),
    );
  });

  it('take in no more for each requirement that is added', () => {
    fc.assert(
      fc.property(requirements, requirement, partly, (wanted, added, labels) => {
        const before = selects(of(...wanted), labels);
        const after = selects(of(...wanted, added), labels);
        assert.equal(after, allOf([before, selects(of(added), labels)]));
      }),
    );
  });

  it('ask the same of several values as of one after the other', () => {
    fc.assert(
      fc.property(key, fc.array(value, { minLength: 1 }), closed, (name, values, labels) => {
        const each = values.map((one) => selects(of({ key: name, operator: 'In', values: [one] }), labels));
        assert.equal(selects(of({ key: name, operator: 'In', values }), labels), anyOf(each));
      }),
    );
  });

  it('never take back an answer once more of the labels is known', () => {
    const completed = fc.tuple(partly, closed).map(([shown, rest]): readonly [LabelSet, LabelSet] => {
      const hidden = Object.entries(rest.known).filter(
        ([name]) => shown.unknown.includes(name) || (shown.open && !Object.hasOwn(shown.known, name)),
      );
      const missing = shown.unknown.map((name) => [name, rest.known[name] ?? 'a'] as const);
      const known = { ...shown.known, ...Object.fromEntries(missing), ...Object.fromEntries(hidden) };
      return [shown, { known, unknown: [], open: false }];
    });
    fc.assert(
      fc.property(requirements, completed, (wanted, [shown, whole]) => {
        const before = selects(of(...wanted), shown);
        assert.ok(before === 'unknown' || before === selects(of(...wanted), whole));
      }),
    );
  });

  it('with hidden parts never take in surely', () => {
    fc.assert(
      fc.property(requirements, partly, (wanted, labels) => {
        const answer: Answer = selects({ requirements: wanted, open: true }, labels);
        assert.equal(answer, selects(of(...wanted), labels) === 'no' ? 'no' : 'unknown');
      }),
    );
  });
});

describe('ports of policies', () => {
  const port = fc.integer({ min: 1, max: 65_535 });

  it('are those from the first of a range to its last', () => {
    const web = pods({ app: 'web' });
    fc.assert(
      fc.property(port, port, port, (one, other, asked) => {
        const [from, to] = [Math.min(one, other), Math.max(one, other)];
        const text = networkPolicy(
          `{podSelector: {}, ingress: [{ports: [{port: ${from}, endPort: ${to}}]}]}`,
        );
        const answer = policiesIn(policiesOf(text)).allows(web, {
          direction: 'ingress',
          peer: { kind: 'pods', pods: web },
          protocol: 'TCP',
          port: asked,
        });
        assert.equal(answer, from <= asked && asked <= to ? 'yes' : 'no');
      }),
      { numRuns: 50 },
    );
  });
});

describe('blocks of addresses', () => {
  const block = fc
    .record({ bytes: fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255), fc.nat(255)), length: fc.nat(32) })
    .map(({ bytes, length }) => ({ address: bytes.join('.'), length }));

  it('lie in those of fewer bits around them', () => {
    fc.assert(
      fc.property(block, fc.nat(32), ({ address, length }, shorter) => {
        const outer = `${address}/${Math.min(length, shorter)}`;
        assert.ok(liesIn(`${address}/${length}`, outer));
        assert.equal(liesIn(outer, `${address}/${length}`), length === Math.min(length, shorter));
      }),
    );
  });

  it('lie in each other only where they are the same', () => {
    fc.assert(
      fc.property(block, block, (one, other) => {
        const [left, right] = [`${one.address}/${one.length}`, `${other.address}/${other.length}`];
        if (liesIn(left, right) && liesIn(right, left)) assert.equal(one.length, other.length);
      }),
    );
  });
});
