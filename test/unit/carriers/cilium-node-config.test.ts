import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ciliumNodeConfigCarrier } from '../../../server/src/carriers/cilium-node-config.ts';
import { only } from '../../support/only.ts';
import { factsIn } from '../../support/read.ts';

const valueWith = (selector: string) => {
  const text = `apiVersion: cilium.io/v2\nkind: CiliumNodeConfig\nspec:\n  nodeSelector: ${selector}\n  defaults:\n    debug: "true"\n`;
  const fact = only(factsIn(ciliumNodeConfigCarrier, text));
  return fact.kind === 'settings' ? fact.settings[0]?.value.kind : undefined;
};

describe('a CiliumNodeConfig', () => {
  it('is known where all nodes hear it', () => {
    for (const selector of ['{}', '{matchLabels: {}}', '{matchLabels: {kubernetes.io/os: linux}}']) {
      assert.equal(valueWith(selector), 'known', selector);
    }
  });

  it('is unknown where some may not', () => {
    for (const selector of [
      '{matchLabels: {pool: mesh}}',
      '{matchExpressions: [{key: pool, operator: Exists}]}',
      '${SELECTOR}',
      '',
    ]) {
      assert.equal(valueWith(selector), 'unknown', selector);
    }
  });
});
