import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { applyEdits } from '../../../server/src/edits/edit.ts';
import { configuredSuppression } from '../../../server/src/features/suppress-in-configuration.ts';
import { configurationReader } from '../../../server/src/configuration/reader.ts';
import { configurationOf } from '../../../server/src/workspace/configuration.ts';
import { sourceFile } from '../../../server/src/source/file.ts';

const uri = 'file:///repo/.cilium-mesh-lint.yaml';

function written(text: string, path: string): string {
  const result = configuredSuppression(text, path, 'two-meshes');
  assert.ok(result.ok);
  return applyEdits(text, result.edits);
}

/** Whether the rule is silent in a file once the configuration is written so. */
function isSilent(text: string, path: string): boolean {
  const facts = configurationReader.read(sourceFile(uri, 'yaml', text));
  return configurationOf(facts.map((fact) => ({ uri, fact }))).isSuppressed('two-meshes', `/repo/${path}`);
}

describe('a suppression in the configuration', () => {
  for (const before of ['', '# none yet', 'kernel: "5.15"\r\n', 'suppressions: []\n', 'suppressions:\n'])
    it(`is heard when added to ${JSON.stringify(before)}`, () => {
      const after = written(before, 'lab/values.yaml');
      assert.ok(isSilent(after, 'lab/values.yaml'));
      assert.ok(!isSilent(after, 'prod/values.yaml'));
      assert.ok(after.startsWith(before.startsWith('suppressions') ? 'suppressions' : before));
    });

  it('is for one file, whatever it is called', () => {
    const path = 'lab/[a]/{b,c}/!(x)*.yaml';
    const after = written('', path);
    assert.ok(isSilent(after, path));
    assert.ok(!isSilent(after, 'lab/a/b/y.yaml'));
  });

  it('is refused with a reason where a configuration cannot be read', () => {
    const result = configuredSuppression('a: {', 'x.yaml', 'two-meshes');
    assert.ok(!result.ok && result.reason.length > 0);
  });
});
