import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import type { Helm } from '../../scripts/helm/obtain.ts';
import { renderCiliumConfig } from '../../scripts/helm/render.ts';
import { inRange } from '../../server/src/knowledge/version-range.ts';
import { readCases } from '../support/cases/read-case.ts';
import { deliveredByClusterTool } from '../support/cluster-tools.ts';
import { charts, helm, reason, versions } from './ready.ts';

/** Forms that hand values to Helm; kops and rendered manifests do without it. */
const forms =
  /\/form-(?:k3s|rke2|cloud-init(?!-commands)|ansible-copies(?!-values)|helm-chart-proxy|sveltos|k0s|olm|kubespray)\b/;
const cases = readCases(join(import.meta.dirname, '../cases')).filter(
  ({ name, fixed }) => forms.test(name) && fixed.size > 0,
);

describe(
  'what cluster tools hand to real Helm keeps the socket load balancer out of pods after the fix',
  { skip: reason, concurrency: 2 },
  () => {
    it('is tried for every form', () => assert.ok(cases.length >= 12, String(cases.length)));
    for (const { name, files, fixed } of cases) {
      it(name, async () => {
        assert.ok(helm.kind === 'ready');
        assert.notEqual(await hostNamespaceOnly(helm, files), 'true');
        assert.equal(await hostNamespaceOnly(helm, new Map([...files, ...fixed])), 'true');
      });
    }
  },
);

async function hostNamespaceOnly(
  ready: Helm,
  files: ReadonlyMap<string, string>,
): Promise<string | undefined> {
  const delivery = deliveredByClusterTool(files);
  assert.ok(delivery !== undefined, 'something is installed');
  const minor = /^[v~]?(\d+\.\d+)/.exec(delivery.version)?.[1];
  const chart = versions.findLast((one) => minor === undefined || inRange(one, `~${minor}`));
  assert.ok(chart !== undefined, `a chart like ${delivery.version}`);
  const archive = join(charts, `cilium-${chart}.tgz`);
  const rendered = await renderCiliumConfig(ready, archive, delivery.values, delivery.flags);
  assert.ok(rendered.kind === 'rendered', rendered.kind === 'refused' ? rendered.message : '');
  return rendered.data.get('bpf-lb-sock-hostns-only');
}
