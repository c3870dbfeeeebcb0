import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { explanationOf } from '../../../server/src/knowledge/explanations.ts';
import { existsEver } from '../../../server/src/knowledge/keys.ts';
import { concepts } from '../../../server/src/knowledge/setting-rows.ts';
import data from '../../../schemas/cilium/explanations.json' with { type: 'json' };

describe('explanationOf', () => {
  it('works the availability out from the charts', () => {
    const availability = (...path: readonly string[]) => explanationOf(path, 'helm')?.availability;
    assert.equal(availability('socketLB', 'hostNamespaceOnly'), 'Cilium 1.12 and later. Default: `false`.');
    assert.equal(
      availability('hostServices', 'hostNamespaceOnly'),
      'Cilium 1.10.5 to 1.11; later versions do not know it. Default: `false`.',
    );
    assert.equal(
      availability('kubeProxyReplacement'),
      'Cilium 1.9 and later. Default: `probe` in 1.9 and 1.12.0; `disabled` in 1.10 to 1.11 and 1.12.1 to 1.13; `false` from 1.14 on.',
    );
    assert.equal(availability('socketLB'), 'Cilium 1.12 and later.');
    assert.equal(availability('hostServices'), 'Cilium 1.9 to 1.12; later versions do not know it.');
    assert.equal(availability('socketLB', 'tracing'), 'Cilium 1.16.4 and later.');
  });

  it('explains a flag like the key of the same meaning', () => {
    const key = explanationOf(['socketLB', 'hostNamespaceOnly'], 'helm');
    const flag = explanationOf(['bpf-lb-sock-hostns-only'], 'agent');
    assert.equal(flag?.summary, key?.summary);
    assert.equal(flag?.availability, 'A flag of the agent, in Cilium 1.10.5 and later.');
    assert.deepEqual(explanationOf(['extraConfig', 'bpf-lb-sock-hostns-only'], 'helm'), flag);
  });

  it('has nothing to say of other keys', () => {
    assert.equal(explanationOf(['podLabels'], 'helm'), undefined);
    assert.equal(explanationOf(['kubeProxyReplacement'], 'agent'), undefined);
  });
});

describe('explanations.json', () => {
  it('speaks of keys that some chart knows, each once', () => {
    const keys = data.explanations.flatMap((row) => row.keys);
    for (const key of keys) assert.ok(existsEver(key), key.join('.'));
    assert.equal(new Set(keys.map((key) => key.join('.'))).size, keys.length);
  });

  it('names concepts by their names', () => {
    for (const { concept } of data.explanations) {
      assert.ok(concept === undefined || concepts.some((name) => name === concept), concept);
    }
  });
});
