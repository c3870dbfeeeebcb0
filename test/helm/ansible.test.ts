import assert from 'node:assert/strict';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import type { Helm } from '../../scripts/helm/obtain.ts';
import { renderCiliumConfig } from '../../scripts/helm/render.ts';
import { inRange } from '../../server/src/knowledge/version-range.ts';
import { deliveredByAnsible } from '../support/ansible-delivery.ts';
import { readCases } from '../support/cases/read-case.ts';
import type { Delivery } from '../support/delivered-values.ts';
import { charts, helm, reason, versions } from './ready.ts';

const cases = readCases(join(import.meta.dirname, '../cases')).filter(
  ({ name, fixed }) => /\/form-ansible-(?:helm-|copies-values)/.test(name) && fixed.size > 0,
);

describe(
  'what Ansible hands to real Helm keeps the socket load balancer out of pods after the fix',
  { skip: reason, concurrency: 2 },
  () => {
    for (const { name, files, fixed } of cases) {
      it(name, async () => {
        assert.ok(helm.kind === 'ready');
        assert.notEqual(await hostNamespaceOnly(helm, deliveryIn(files)), 'true');
        assert.equal(await hostNamespaceOnly(helm, deliveryIn(new Map([...files, ...fixed]))), 'true');
      });
    }
  },
);

function deliveryIn(files: ReadonlyMap<string, string>): Delivery {
  const [file, text] = [...files].find(([, content]) => content.includes('chart_ref')) ?? ['', ''];
  return deliveredByAnsible(text, dirname(file), files);
}

async function hostNamespaceOnly(
  ready: Helm,
  { version, values, flags }: Delivery,
): Promise<string | undefined> {
  const minor = /^~?(\d+\.\d+)/.exec(version)?.[1];
  const chart = versions.findLast((one) => minor === undefined || inRange(one, `~${minor}`));
  assert.ok(chart !== undefined, `a chart like ${version}`);
  const rendered = await renderCiliumConfig(ready, join(charts, `cilium-${chart}.tgz`), values, flags);
  assert.ok(rendered.kind === 'rendered', rendered.kind === 'refused' ? rendered.message : '');
  return rendered.data.get('bpf-lb-sock-hostns-only');
}
