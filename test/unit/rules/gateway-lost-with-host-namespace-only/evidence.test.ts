import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { below, ciliumChart, umbrellaChart } from '../../../support/charts.ts';
import { workspaceOf } from '../../../support/workspace.ts';

const keptOut = 'kubeProxyReplacement: true\nsocketLB:\n  hostNamespaceOnly: true\n';
const gateway = 'gatewayAPI:\n  enabled: true\n';

/** The evidence of the one finding in a chart of Cilium 1.15.1 with these values and vendored defaults. */
function evidenceBeside(values: string, vendored?: string): readonly string[] | undefined {
  const { findings, textAt } = workspaceOf({
    '/repo/Chart.yaml': umbrellaChart('1.15.1'),
    '/repo/values.yaml': below('cilium', values),
    ...(vendored === undefined
      ? {}
      : {
          '/repo/charts/cilium/Chart.yaml': ciliumChart('1.15.1'),
          '/repo/charts/cilium/values.yaml': vendored,
        }),
  });
  const lost = findings.find(({ rule }) => rule === 'gateway-lost-with-host-namespace-only');
  return lost?.related.map(({ at, message }) => `${textAt(at)} | ${message}`);
}

describe('the evidence of a lost gateway', () => {
  it('is where the Gateway API is switched on', () => {
    assert.deepEqual(evidenceBeside(keptOut + gateway), [
      "enabled | Cilium's Gateway API is switched on here.",
    ]);
  });

  it('is no line of a vendored chart', () => {
    assert.deepEqual(evidenceBeside(keptOut, `kubeProxyReplacement: "false"\n${gateway}`), []);
  });
});
