import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { onlyOutline } from './outline.ts';

const unknown: Readonly<Record<string, readonly string[]>> = {
  template: ['"{{ .Values.x }}"', "'a-{{ name }}'", '{{ .x }}', '{% if x %}a{% endif %}'],
  substitution: [
    '${KPR}',
    '"${KPR:-true}"',
    'a-${B}-c',
    '${var.kpr}',
    '<path:kv/data/x#key>',
    'ref+vault://kv/x#/key',
    '!reference [.x, y]',
    '!Ref Name',
    '!env KPR',
  ],
  encrypted: ['ENC[AES256_GCM,data:x,iv:y,tag:z,type:str]', '!vault |\n  $ANSIBLE_VAULT;1.1;AES256\n  6162'],
};

describe('A scalar that another tool fills in', () => {
  for (const [reason, values] of Object.entries(unknown)) {
    for (const value of values) {
      it(`is unknown because of ${reason}: ${value.replaceAll('\n', ' ')}`, () => {
        assert.deepEqual(onlyOutline(`a: ${value}\n`), { a: `?${reason}` });
      });
    }
  }

  it('is not seen where there is none', () => {
    const known = [
      '$KPR',
      '$(KPR)',
      'a}}b',
      'ENC',
      '<path>',
      'cost: 5$'.replace(': ', ''),
      'reference',
      '100%',
    ];
    for (const value of known) assert.deepEqual(onlyOutline(`a: ${value}\n`), { a: value });
  });

  it('leaves known what stands beside it', () => {
    assert.deepEqual(onlyOutline('a: ${A}\nb: true\nc: {d: "{{ x }}", e: 1}\n'), {
      a: '?substitution',
      b: true,
      c: { d: '?template', e: 1 },
    });
  });
});
