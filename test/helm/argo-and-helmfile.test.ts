import assert from 'node:assert/strict';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import type { Helm } from '../../scripts/helm/obtain.ts';
import { renderCiliumConfig } from '../../scripts/helm/render.ts';
import { inRange } from '../../server/src/knowledge/version-range.ts';
import { readCases, type CaseFolder } from '../support/cases/read-case.ts';
import { deliveredByArgo, deliveredByHelmfile, type Delivery } from '../support/delivered-values.ts';
import { charts, helm, reason, versions } from './ready.ts';

const cases = readCases(join(import.meta.dirname, '../cases')).filter(
  ({ name, fixed }) => /\/form-(?:argo|helmfile)-/.test(name) && fixed.size > 0,
);

describe(
  'what Argo CD and helmfile hand to real Helm keeps the socket load balancer out of pods after the fix',
  { skip: reason, concurrency: 2 },
  () => {
    for (const folder of cases) {
      it(folder.name, async () => {
        assert.ok(helm.kind === 'ready');
        const fixed = new Map([...folder.files, ...folder.fixed]);
        assert.notEqual(await hostNamespaceOnly(helm, deliveryOf(folder, folder.files)), 'true');
        assert.equal(await hostNamespaceOnly(helm, deliveryOf(folder, fixed)), 'true');
      });
    }
  },
);

function deliveryOf({ name }: CaseFolder, files: ReadonlyMap<string, string>): Delivery {
  for (const [file, text] of files) {
    if (/^ *releases:/m.test(text)) return deliveredByHelmfile(text, dirname(file), files);
    if (/^kind: Application/m.test(text) && /^ +helm:/m.test(text)) return deliveredByArgo(text, files);
  }
  throw new Error(`${name} installs nothing.`);
}

async function hostNamespaceOnly(ready: Helm, delivery: Delivery): Promise<string | undefined> {
  const { version, values, flags } = delivery;
  const minor = /^[v~]?(\d+\.\d+)/.exec(version)?.[1];
  const chart = versions.findLast((one) => minor === undefined || inRange(one, `~${minor}`));
  assert.ok(chart !== undefined, `a chart like ${version}`);
  const rendered = await renderCiliumConfig(ready, join(charts, `cilium-${chart}.tgz`), values, flags);
  assert.ok(rendered.kind === 'rendered', rendered.kind === 'refused' ? rendered.message : '');
  return rendered.data.get('bpf-lb-sock-hostns-only');
}
