import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isBlock, liesIn, meet } from '../../../../server/src/workspace/policies/cidr.ts';

describe('blocks of addresses', () => {
  const inside: readonly (readonly [inner: string, outer: string])[] = [
    ['169.254.7.127/32', '169.254.7.127/32'],
    ['169.254.7.127', '169.254.7.127/32'],
    ['169.254.7.127/32', '169.254.0.0/16'],
    ['10.1.2.3', '0.0.0.0/0'],
    ['10.1.2.0/24', '10.1.3.255/23'],
    ['fd16:9254:7127:1337:ffff:ffff:ffff:ffff', 'fd16:9254:7127:1337::/64'],
    ['::1', '::/0'],
    ['fe80::1:2', 'fe80:0:0:0:0:0:1:2/128'],
  ];
  for (const [inner, outer] of inside) {
    it(`finds ${inner} in ${outer}`, () => assert.ok(liesIn(inner, outer)));
  }

  const outside: readonly (readonly [inner: string, outer: string])[] = [
    ['169.254.7.126/32', '169.254.7.127/32'],
    ['10.0.0.0/8', '10.1.0.0/16'],
    ['10.0.0.1', '::/0'],
    ['::1', '0.0.0.0/0'],
    ['10.0.0.256', '0.0.0.0/0'],
    ['10.0.0.1', '10.0.0.0/33'],
    ['10.0.0', '0.0.0.0/0'],
    ['10.0.0.1', '0.0.0.0/0/0'],
    ['10.0.0.1', '0.0.0.0/x'],
    ['::1::2', '::/0'],
    ['1:2:3', '::/0'],
    ['1:2:3:4:5:6:7:8::', '::/0'],
    ['12345::', '::/0'],
    ['api.example.com', '0.0.0.0/0'],
  ];
  for (const [inner, outer] of outside) {
    it(`does not find ${inner} in ${outer}`, () => assert.ok(!liesIn(inner, outer)));
  }

  it('meet where one lies in the other', () => {
    assert.ok(meet('10.0.0.0/8', '10.1.0.0/16'));
    assert.ok(meet('10.1.0.0/16', '10.0.0.0/8'));
    assert.ok(!meet('10.0.0.0/16', '10.1.0.0/16'));
  });

  it('are told from other texts', () => {
    assert.ok(isBlock('10.0.0.0/8'));
    assert.ok(isBlock('::'));
    assert.ok(!isBlock('cluster'));
  });
});
