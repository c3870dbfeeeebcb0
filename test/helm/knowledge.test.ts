import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it } from 'node:test';

import type { Helm } from '../../scripts/helm/obtain.ts';
import { renderCiliumConfig } from '../../scripts/helm/render.ts';
import { refusalBy } from '../../server/src/knowledge/refusals.ts';
import { keyOf } from '../../server/src/knowledge/setting-keys.ts';
import { concepts } from '../../server/src/knowledge/setting-rows.ts';
import { effectiveSetting } from '../../server/src/knowledge/settings.ts';
import { readOf } from '../unit/knowledge/read-values.ts';
import { gridFor, type Case } from './grid.ts';
import { charts, helm, reason, versions } from './ready.ts';

describe('what the data predicts is what real Helm renders', { skip: reason, concurrency: 2 }, () => {
  for (const version of versions) {
    const archive = `cilium-${version}.tgz`;
    it(`for the chart ${version}`, async () => {
      assert.ok(helm.kind === 'ready');
      const differences: string[] = [];
      for (const one of gridFor(Number(version.split('.')[1]))) {
        differences.push(...(await differencesOf(helm, join(charts, archive), version, one)));
      }
      assert.deepEqual(differences, []);
    });
  }
});

async function differencesOf(
  helm: Helm,
  chart: string,
  version: string,
  one: Case,
): Promise<readonly string[]> {
  const rendered = await renderCiliumConfig(helm, chart, one.values);
  const refusal = refusalBy('chart', version, readOf(one.values));
  if (rendered.kind === 'refused') {
    return refusal === undefined ? [`${one.name}: refused, not predicted: ${rendered.message}`] : [];
  }
  if (refusal !== undefined) return [`${one.name}: predicted a refusal for ${JSON.stringify(refusal.all)}`];
  return concepts.flatMap((concept) => {
    const flag = keyOf(concept, version, 'agent')?.[0];
    const actual = flag === undefined ? undefined : rendered.data.get(flag);
    const predicted = effectiveSetting(concept, version, readOf(one.values));
    const text = predicted.kind === 'known' ? String(predicted.value) : predicted.kind;
    if (actual === undefined || saysNothing(actual) || actual === text) return [];
    return [`${one.name}: ${String(flag)} is ${actual}, not ${text}`];
  });
}

/** A null that Helm could not take away, having no default under it: the agent then keeps its own default. */
function saysNothing(rendered: string): boolean {
  return rendered === '';
}
