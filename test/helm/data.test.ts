import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { differencesOf } from '../../scripts/knowledge/check.ts';
import { charts, helm, reason, versions } from './ready.ts';

describe('the data on keys and values is true of real charts', { skip: reason, concurrency: 2 }, () => {
  for (const version of versions) {
    it(`of the chart ${version}`, async () => {
      assert.ok(helm.kind === 'ready');
      assert.deepEqual(await differencesOf(helm, join(charts, `cilium-${version}.tgz`)), []);
    });
  }
});
