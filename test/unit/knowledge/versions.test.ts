import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import {
  allVersions,
  assumption,
  describeVersions,
  groupVersions,
  isPinned,
  narrow,
  versionsFrom,
} from '../../../server/src/knowledge/versions.ts';
import { inRange } from '../../../server/src/knowledge/version-range.ts';

/** What people write, and what it means in words. */
const texts: Readonly<Record<string, string>> = {
  '1.13.2': '1.13.2',
  'v1.15.3': '1.15.3',
  '=1.14.2': '1.14.2',
  '1.16.x': '1.16',
  '1.16.*': '1.16',
  '1.16': '1.16',
  '~1.15': '1.15',
  '~1.15.7': '1.15 from 1.15.7 on',
  '>=1.15.0 <=1.15.3': '1.15.0 to 1.15.3',
  '^1.14.0': '1.14 to 1.20',
  '>=1.14 <1.16': '1.14 to 1.15',
  '>=1.14.3, <1.16': '1.14.3 to 1.15',
  '1.14.0 - 1.15.2': '1.14 to 1.15.2',
  '1.12.0 || 1.9.x': '1.9 and 1.12.0',
  '*': '1.9 to 1.20',
  '1': '1.9 to 1.20',
  '>=1.20.0-0': '1.20 to 1.21.0-pre.0',
  'v1.15.6@sha256:0e1d1c': '1.15.6',
  'quay.io/cilium/cilium:v1.15.6@sha256:0e1d1c': '1.15.6',
  'localhost:5000/cilium/cilium:v1.15.6': '1.15.6',
  '1.16.3-debug': '1.16.3',
  'v1.14.12-eksa.1': '1.14.12',
  '1.16.3+k3s1': '1.16.3',
  '1.20.0-pre.4': '1.20.0-pre.4',
  '1.12.0-rc1': '1.12.0-rc1',
  '1.23.1': '1.23.1',
  '~1.23': '1.23.0',
};

describe('versionsFrom', () => {
  for (const [text, meaning] of Object.entries(texts)) {
    it(`reads ${text} as ${meaning}`, () => {
      const set = versionsFrom(text);
      assert.ok(set);
      assert.equal(describeVersions(set), meaning);
    });
  }

  it('does not take names for versions', () => {
    const names = [
      '',
      'latest',
      'main',
      'stable',
      'sha256:0e1d1c',
      '>=',
      '1.12.0-rc..1',
      `1.${'9'.repeat(20)}.0`,
    ];
    for (const text of names) {
      assert.equal(versionsFrom(text), undefined, text);
    }
  });

  it('reads what somebody is typing', () => {
    for (const text of [
      '1.',
      '1.1- 5.6',
      '1. 15.6',
      '1.- 15.6',
      '~1.',
      '>=1.1 <',
      '1..',
      '1.15.',
      '- 1',
      '|| 9',
    ]) {
      assert.doesNotThrow(() => versionsFrom(text), text);
    }
  });

  it("reads RKE2's own numbering, where 1.15.500 packages 1.15.5", () => {
    assert.deepEqual(versionsFrom('1.15.500', 'rke2-cilium'), { versions: ['1.15.5'] });
    assert.deepEqual(versionsFrom('1.16.104', 'rke2-cilium'), { versions: ['1.16.1'] });
    assert.equal(versionsFrom('1.16.x', 'rke2-cilium')?.versions.length, 20);
    assert.deepEqual(versionsFrom('1.15.500'), { versions: ['1.15.500'] });
  });
});

describe('a set of versions', () => {
  it('tells a pinned version from a range', () => {
    assert.equal(isPinned({ versions: ['1.14.2'] }), true);
    assert.equal(isPinned(allVersions), false);
  });

  it('narrows without being changed', () => {
    const before = [...allVersions.versions];
    const recent = narrow(allVersions, (version) => inRange(version, '>=1.18'));
    assert.equal(describeVersions(recent), '1.18 to 1.20');
    assert.deepEqual(allVersions.versions, before);
  });

  it('falls into groups of equal behaviour', () => {
    const groups = groupVersions(allVersions, (version) => inRange(version, '<1.10.5 || >=1.12'));
    assert.deepEqual(
      [...groups].map(([key, set]) => [key, describeVersions(set)]),
      [
        [true, '1.9 to 1.10.4 and 1.12 to 1.20'],
        [false, '1.10.5 to 1.11'],
      ],
    );
  });

  it('has words for having no version left', () => {
    assert.equal(describeVersions({ versions: [] }), 'no version');
  });

  it('says by which version a newer one is judged', () => {
    const judged = (text: string) => {
      const set = versionsFrom(text);
      return set === undefined ? undefined : assumption(set);
    };
    assert.deepEqual(judged('1.23.1'), { version: '1.23.1', treatedLike: '1.21' });
    assert.deepEqual(judged('1.19.40'), { version: '1.19.40', treatedLike: '1.19.6' });
    assert.equal(judged('1.19.6'), undefined);
    assert.equal(judged('1.8.3'), undefined);
    assert.equal(judged('1.20.0-pre.2'), undefined);
    assert.equal(judged('1.21.0-pre.0'), undefined);
  });
});

describe('inRange', () => {
  it('counts a prerelease to its own minor', () => {
    assert.equal(inRange('1.20.0-pre.4', '>=1.20'), true);
    assert.equal(inRange('1.20.0-pre.4', '<1.20'), false);
    assert.equal(inRange('1.21.0-pre.0', '>=1.20 <1.21'), false);
  });

  it('begins behind the prereleases where the row says so', () => {
    assert.equal(inRange('1.20.0-pre.3', '>=1.20.0-pre.4'), false);
    assert.equal(inRange('1.18.0-pre.3', '>=1.18.0'), false);
  });
});
