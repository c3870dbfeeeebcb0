import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import type { Helm } from '../../scripts/helm/obtain.ts';
import { renderCiliumConfig } from '../../scripts/helm/render.ts';
import { inRange } from '../../server/src/knowledge/version-range.ts';
import { readCases } from '../support/cases/read-case.ts';
import type { Delivery } from '../support/delivered-values.ts';
import { deliveredByFlux } from '../support/flux-delivery.ts';
import { deliveredByKustomize } from '../support/kustomize-delivery.ts';
import { charts, helm, reason, versions } from './ready.ts';

const cases = readCases(join(import.meta.dirname, '../cases')).filter(
  ({ name, fixed }) => /\/form-(?:flux|kustomize)-/.test(name) && fixed.size > 0,
);

describe(
  'what Flux and kustomize hand to real Helm keeps the socket load balancer out of pods after the fix',
  { skip: reason, concurrency: 2 },
  () => {
    for (const { name, files, fixed } of cases) {
      it(name, async () => {
        assert.ok(helm.kind === 'ready');
        const before = await rendered(helm, deliveriesOf(files));
        assert.ok(
          before.some((one) => one !== 'true'),
          'it is broken to begin with',
        );
        const after = await rendered(helm, deliveriesOf(new Map([...files, ...fixed])));
        assert.deepEqual(new Set(after), new Set(['true']));
      });
    }
  },
);

function deliveriesOf(files: ReadonlyMap<string, string>): readonly Delivery[] {
  const byKustomize = deliveredByKustomize(files);
  return byKustomize === undefined ? deliveredByFlux(files) : [byKustomize];
}

/** `bpf-lb-sock-hostns-only` of each delivery. */
function rendered(ready: Helm, deliveries: readonly Delivery[]): Promise<readonly (string | undefined)[]> {
  return Promise.all(
    deliveries.map(async ({ version, values, flags }) => {
      const minor = /^[v~]?(\d+\.\d+)/.exec(version)?.[1] ?? '';
      const chart = versions.findLast((one) => inRange(one, `~${minor}`));
      assert.ok(chart !== undefined, `a chart like ${version}`);
      const outcome = await renderCiliumConfig(ready, join(charts, `cilium-${chart}.tgz`), values, flags);
      assert.ok(outcome.kind === 'rendered', outcome.kind === 'refused' ? outcome.message : '');
      return outcome.data.get('bpf-lb-sock-hostns-only');
    }),
  );
}
