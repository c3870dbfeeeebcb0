import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { parse } from 'yaml';
import type { Helm } from '../../scripts/helm/obtain.ts';
import { renderCiliumConfig } from '../../scripts/helm/render.ts';
import { applyEdits } from '../../server/src/edits/edit.ts';
import { createMeshLint } from '../../server/src/features/create-mesh-lint.ts';
import type { Finding } from '../../server/src/rules/finding.ts';
import { inRange } from '../../server/src/knowledge/version-range.ts';
import { charts, helm, reason, versions } from './ready.ts';

/** Every way in which a chart of these versions lets the socket load balancer into pods. */
const waysIn: readonly { readonly versions: string; readonly values: string }[] = [
  { versions: '<1.16', values: 'kubeProxyReplacement: strict\n' },
  { versions: '<1.13', values: 'kubeProxyReplacement: probe\n' },
  { versions: '<1.10', values: 'debug:\n  enabled: false\nkubeProxyReplacementHealthzBindAddr: ""\n' },
  { versions: '<1.12', values: 'kubeProxyReplacement: partial\nhostServices:\n  enabled: true\n' },
  { versions: '>=1.12 <1.16', values: 'kubeProxyReplacement: partial\nsocketLB:\n  enabled: true\n' },
  { versions: '>=1.14', values: 'kubeProxyReplacement: true\n' },
  { versions: '>=1.14', values: "# with a comment\nkubeProxyReplacement: 'true' # quoted\nsocketLB: {}\n" },
  { versions: '>=1.14', values: 'kubeProxyReplacement: false\nsocketLB: {enabled: true}\n' },
  { versions: '>=1.14', values: 'kubeProxyReplacement: yes\nsocketLB:\n' },
  { versions: '>=1.14', values: 'kubeProxyReplacement: true\nsocketLB:\n    hostNamespaceOnly: false\n' },
  { versions: '>=1.14', values: 'kubeProxyReplacement: true\r\ncni:\r\n  exclusive: false\r\n' },
  { versions: '>=1.14', values: 'extraConfig:\n  kube-proxy-replacement: "true"\n' },
];

describe(
  'our fix keeps the socket load balancer out of pods when real Helm renders it',
  { skip: reason, concurrency: 2 },
  () => {
    for (const version of versions) {
      const archive = `cilium-${version}.tgz`;
      for (const { values } of waysIn.filter((way) => inRange(version, way.versions))) {
        it(`${version} with ${JSON.stringify(values)}`, async () => {
          assert.ok(helm.kind === 'ready');
          await prove(helm, join(charts, archive), version, values);
        });
      }
    }
  },
);

async function prove(ready: Helm, chart: string, version: string, values: string): Promise<void> {
  const before = await hostNamespaceOnly(ready, chart, values);
  assert.notEqual(before, 'true', 'the values are broken to begin with');
  const { findings, fixed } = lint(version, values);
  const [finding, ...more] = findings;
  assert.ok(finding !== undefined && more.length === 0, 'the rule speaks once');
  if (inRange(version, '<1.10.5')) {
    assert.deepEqual(finding.fixes, [], 'no key of these versions mends it');
    assert.match(finding.message, /upgrade Cilium to 1\.10\.5/);
    return;
  }
  const text = fixed();
  assert.equal(await hostNamespaceOnly(ready, chart, text), 'true', text);
  assert.deepEqual(lint(version, text).findings, [], 'the rule is content');
}

/** The findings of values that a script installs with a pinned version, beside a namespace in the mesh. */
function lint(version: string, values: string): { findings: readonly Finding[]; fixed: () => string } {
  const texts = new Map([
    ['file:///c/values.yaml', values],
    [
      'file:///c/install.sh',
      `helm upgrade --install cilium cilium/cilium --version ${version} -f values.yaml\n`,
    ],
    [
      'file:///c/ns.yaml',
      'apiVersion: v1\nkind: Namespace\nmetadata:\n  name: shop\n  labels:\n    istio-injection: enabled\n',
    ],
  ]);
  const meshLint = createMeshLint();
  for (const [uri, text] of texts) meshLint.update(uri, text);
  const findings = meshLint.findings().filter(({ rule }) => rule === 'socket-lb-bypasses-mesh');
  const fixed = (): string => {
    const fix = findings[0]?.fixes.find(({ preferred }) => preferred);
    assert.ok(fix !== undefined, 'a fix is offered');
    const outcome = meshLint.editsOf(fix, (uri) => texts.get(uri));
    assert.ok(outcome.ok, outcome.ok ? '' : outcome.reason);
    const edits = outcome.files.find(({ uri }) => uri.endsWith('values.yaml'))?.edits ?? [];
    return applyEdits(values, edits);
  };
  return { findings, fixed };
}

async function hostNamespaceOnly(ready: Helm, chart: string, values: string): Promise<string | undefined> {
  const content: unknown = parse(values, { version: '1.1' });
  assert.ok(typeof content === 'object' && content !== null);
  const rendered = await renderCiliumConfig(ready, chart, content);
  assert.ok(rendered.kind === 'rendered', rendered.kind === 'refused' ? rendered.message : '');
  return rendered.data.get('bpf-lb-sock-hostns-only');
}
