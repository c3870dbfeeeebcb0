import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { compatibilityPage } from '../../../scripts/docs/compatibility.ts';
import { findingsFor } from '../../../scripts/docs/compatibility/ask.ts';
import { sampleMeshes } from '../../../scripts/docs/compatibility/sample-meshes.ts';
import { recommendedValues, withMasquerading } from '../../../scripts/docs/compatibility/short-answer.ts';
import { newestOf, versionSpans } from '../../../scripts/docs/compatibility/version-spans.ts';
import { knownReleases } from '../../../server/src/knowledge/releases.ts';
import { hostNamespaceOnlyKey } from '../../../server/src/knowledge/socket-lb.ts';

const page = compatibilityPage();
/** The first cells of the rows of a table, without those of its head. */
const rowsBelow = (heading: string): readonly (readonly string[])[] =>
  (page.split(`${heading}\n`)[1] ?? '')
    .split('\n\n')
    .find((block) => block.startsWith('|') || block.includes('\n|'))
    ?.split('\n')
    .slice(2)
    .map((line) => line.split('|').map((cell) => cell.trim())) ?? [];

describe('docs/compatibility.md', () => {
  it('takes every known version into account once', () => {
    assert.deepEqual(versionSpans().flat(), [...knownReleases]);
  });

  it('tells the patch that brought the key which mends the bypass', () => {
    const rows = rowsBelow('### Kube-proxy replacement, and nothing else').map((cells) => [
      cells[1],
      cells.at(-2),
    ]);
    assert.deepEqual(rows.slice(-2), [
      ['1.10.5 to 1.11', '`hostServices.hostNamespaceOnly: true`'],
      ['1.9 to 1.10.4', 'no key: another version'],
    ]);
  });

  it('has a verdict for every mesh', () => {
    for (const { name } of sampleMeshes) assert.ok(page.includes(`| ${name} |`), name);
  });

  const spans = versionSpans().filter((span) => hostNamespaceOnlyKey(newestOf(span)) !== undefined);
  for (const span of spans) {
    it(`recommends for ${newestOf(span)} what leaves nothing to warn of`, () => {
      const version = newestOf(span);
      const recommended = recommendedValues(version);
      for (const values of [recommended, { ...withMasquerading(version), ...recommended }]) {
        const found = sampleMeshes.flatMap((mesh) => findingsFor(mesh, version, values));
        const warnings = found.filter(({ severity }) => severity === 'error' || severity === 'warning');
        assert.deepEqual(
          warnings.map(({ rule, message }) => `${rule}: ${message}`),
          [],
        );
      }
    });
  }
});
