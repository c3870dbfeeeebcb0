import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { URI } from 'vscode-uri';
import { createMeshLint } from '../../server/src/features/create-mesh-lint.ts';
import { readSource } from '../../server/src/files/read-source.ts';
import type { Finding } from '../../server/src/rules/finding.ts';
import { below, umbrellaChart } from '../support/charts.ts';

const charts = join(import.meta.dirname, '../../../shared/charts');
const archives = existsSync(charts) ? readdirSync(charts).filter((name) => name.endsWith('.tgz')) : [];

/** Values that a chart's own defaults could change the meaning of. */
const values = [
  'ipam:\n  mode: kubernetes\n',
  'kubeProxyReplacement: strict\n',
  'kubeProxyReplacement: partial\n',
  'kubeProxyReplacement: true\n',
  'kubeProxyReplacement: true\nsocketLB:\n  hostNamespaceOnly: true\n',
  'kubeProxyReplacement: strict\nhostServices:\n  hostNamespaceOnly: true\n',
  'kubeProxyReplacement: true\ngatewayAPI:\n  enabled: true\n',
];

/** What is found where an umbrella chart of these values asks for a version, and these archives lie in its `charts/`. */
function findingsWith(version: string, own: string, vendored: readonly string[]): readonly Finding[] {
  const lint = createMeshLint();
  const folder = join(charts, '..');
  const put = (path: string, text: string): void => {
    lint.update(URI.file(join(folder, path)).toString(), text);
  };
  put('Chart.yaml', umbrellaChart(version));
  put('values.yaml', below('cilium', own));
  put(
    'shop.yaml',
    'apiVersion: v1\nkind: Namespace\nmetadata:\n  name: shop\n  labels: { istio-injection: enabled }\n',
  );
  for (const archive of vendored) {
    const outcome = readSource(join(charts, archive));
    assert.ok(outcome.ok);
    assert.equal(outcome.texts.length, 2);
    for (const { uri, text } of outcome.texts) lint.update(uri, text);
  }
  return lint.findings();
}

describe(
  'a real chart that is vendored packed says the same as its version alone',
  { skip: archives.length === 0 ? `no charts in ${charts}` : false },
  () => {
    for (const archive of archives) {
      it(archive, () => {
        const version = archive.replace(/^cilium-|\.tgz$/g, '');
        for (const own of values) {
          assert.deepEqual(findingsWith('"*"', own, [archive]), findingsWith(version, own, []), own);
        }
      });
    }
  },
);
