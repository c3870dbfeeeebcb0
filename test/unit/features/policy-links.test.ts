import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Location } from '../../../server/src/facts/location.ts';
import { engineOver, shop, uriIn } from '../../support/features/shop.ts';

const lint = engineOver(shop);
const texts: Readonly<Record<string, string>> = shop;

type Question = 'definition' | 'references';

/** The names at the places that a text of a file leads to. */
function asked(question: Question, path: string, text: string): readonly string[] {
  const whole = texts[path] ?? '';
  const offset = whole.indexOf(text);
  assert.notEqual(offset, -1);
  return lint.inquiry[question]({ uri: uriIn(path), text: whole, offset }).map(nameAt);
}

function nameAt({ uri, span }: Location): string {
  return (texts[uri.slice(uriIn('').length)] ?? '').slice(span.start, span.end);
}

describe('a policy', () => {
  it('leads from its selector to the workloads that it is for', () => {
    for (const question of ['definition', 'references'] as const) {
      assert.deepEqual(asked(question, 'policies.yaml', 'endpointSelector'), ['web']);
      assert.deepEqual(asked(question, 'policies.yaml', 'app: web'), ['web']);
      assert.deepEqual(asked(question, 'policies.yaml', 'podSelector'), ['web']);
      assert.deepEqual(asked(question, 'policies.yaml', 'selector:\n    matchLabels'), ['web']);
      assert.deepEqual(asked(question, 'policies.yaml', 'web.shop.svc'), ['web']);
    }
  });

  it('leads nowhere from elsewhere', () => {
    assert.deepEqual(asked('references', 'policies.yaml', 'fromEndpoints'), []);
    assert.deepEqual(asked('references', 'policies.yaml', 'web-http'), []);
    assert.deepEqual(asked('references', 'policies.yaml', 'policyTypes'), []);
  });
});

describe('a workload or a namespace', () => {
  const all = ['closed', 'web-callers', 'web-http', 'web-pool'];

  it('is referred to by the policies that apply, asked for at its name or its labels', () => {
    assert.deepEqual(asked('references', 'web.yaml', 'web\n  namespace').toSorted(), all);
    assert.deepEqual(asked('references', 'web.yaml', 'app: web').toSorted(), all);
    assert.deepEqual(asked('references', 'namespace.yaml', 'shop').toSorted(), all);
    assert.deepEqual(asked('references', 'job.yaml', 'import'), []);
  });

  it('is not asked about elsewhere', () => {
    assert.deepEqual(asked('references', 'web.yaml', 'containers'), []);
    assert.deepEqual(asked('definition', 'web.yaml', 'app: web'), []);
  });
});
