import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';

import { factsFile, keysFile, keysText, readFacts } from '../../scripts/knowledge/keys.ts';

describe('schemas/cilium/keys.json', { skip: !existsSync(factsFile) }, () => {
  it('is what scripts/knowledge/keys.ts makes of the facts about the charts', async () => {
    assert.equal(readFileSync(keysFile, 'utf8'), await keysText(readFacts()));
  });
});
