import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Read, Reading } from '../../../server/src/knowledge/reading.ts';
import { ztunnelState } from '../../../server/src/knowledge/ztunnel.ts';

const unknown: Reading = { kind: 'unknown' };
const known = (value: string | boolean | null): Reading => ({ kind: 'known', value });

const reading =
  (enabled: Reading | undefined, type: Reading | undefined): Read =>
  ([first, second], dialect) => {
    const found = dialect === 'helm' && first === 'encryption' ? { enabled, type }[second ?? ''] : undefined;
    return found ?? { kind: 'absent' };
  };

describe('ztunnelState', () => {
  const stories: readonly (readonly [
    story: string,
    version: string,
    enabled: Reading | undefined,
    type: Reading | undefined,
    state: string,
  ])[] = [
    ['on', '1.20.0', known(true), known('ztunnel'), 'on'],
    ['on with its first version', '1.19.0', known(true), known('ztunnel'), 'on'],
    ['a version without it', '1.18.12', known(true), known('ztunnel'), 'off'],
    ['a version without it, whatever a template says', '1.18.12', unknown, unknown, 'off'],
    ['not switched on', '1.20.0', known(false), known('ztunnel'), 'off'],
    ['nothing said', '1.20.0', undefined, undefined, 'off'],
    ['another type', '1.20.0', known(true), known('wireguard'), 'off'],
    ['the default type', '1.20.0', known(true), undefined, 'off'],
    ['a type in a template', '1.20.0', known(true), unknown, 'unknown'],
    ['a switch in a template', '1.20.0', unknown, known('ztunnel'), 'unknown'],
  ];
  for (const [story, version, enabled, type, state] of stories) {
    it(`${story}: ${state}`, () => {
      assert.equal(ztunnelState(version, reading(enabled, type)), state);
    });
  }
});
