import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';

import { commentsOf } from '../../server/src/carriers/chart-comments.ts';
import { hasCharts, readCharts } from '../../scripts/knowledge/charts.ts';
import { deprecatedFile, deprecatedText } from '../../scripts/knowledge/deprecated.ts';
import { hasSources, renderedFile, renderedText } from '../../scripts/knowledge/rendered.ts';

describe('what is read off the released charts', { skip: !hasSources() }, () => {
  it('rendered.json is what scripts/knowledge/rendered.ts makes of them', async () => {
    assert.equal(readFileSync(renderedFile, 'utf8'), await renderedText());
  });

  it('deprecated.json is what scripts/knowledge/deprecated.ts makes of them', async () => {
    assert.equal(readFileSync(deprecatedFile, 'utf8'), await deprecatedText());
  });
});

describe('the comments of the released charts', { skip: !hasCharts() }, () => {
  it('are found for the keys that they explain', () => {
    for (const { version, textOf } of readCharts()) {
      const comments = commentsOf(textOf('values.yaml'));
      assert.ok(Object.keys(comments).length > 300, version);
      assert.match(comments['kubeProxyReplacement'] ?? '', /kube-proxy replacement/, version);
      assert.doesNotMatch(Object.values(comments).join('\n'), /^@/m, version);
    }
  });
});
