import assert from 'node:assert/strict';
import { chmodSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { URI } from 'vscode-uri';
import { applyFixes } from '../../../server/src/cli/apply-fixes.ts';
import { fileOf } from '../../../server/src/features/fixes.ts';
import { fakeFinding, fakeFix, fakeLint } from '../../support/fake-lint.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

/** A folder of files with a `?` in each; one fix turns those of a.yaml and b.yaml into `!`, another that of c.yaml. */
function questions(test: TestContext) {
  const folder = temporaryFolder(test, { 'a.yaml': 'a?', 'b.yaml': 'b?', 'c.yaml': 'c?' });
  const uri = (name: string): string => URI.file(join(folder, name)).toString();
  const texts = new Map(['a', 'b', 'c'].map((name) => [uri(`${name}.yaml`), `${name}?`]));
  const fixes = [fakeFix('pair', [uri('a.yaml'), uri('b.yaml')]), fakeFix('single', [uri('c.yaml')])];
  const lint = fakeLint({
    findings: (now) =>
      fixes
        .map((fix) => fakeFinding(fix.steps.map(fileOf)[0] ?? '', 1, 2, { fixes: [fix] }))
        .filter(({ at }) => now.get(at.uri)?.endsWith('?')),
    editsOf: (fix) => ({
      ok: true,
      files: fix.steps.map((step) => ({
        uri: fileOf(step),
        edits: [{ span: { start: 1, end: 2 }, newText: '!' }],
      })),
    }),
  });
  for (const [file, text] of texts) lint.update(file, text);
  const onDisk = (): readonly string[] =>
    ['a.yaml', 'b.yaml', 'c.yaml'].map((name) => readFileSync(join(folder, name), 'utf8'));
  return { folder, uri, texts, lint, onDisk };
}

describe('applyFixes', () => {
  it('writes every file that a fix changes', (test) => {
    const { lint, texts, uri, onDisk } = questions(test);
    const { written, problems } = applyFixes(lint, texts);
    assert.deepEqual(problems, []);
    assert.deepEqual(written, ['a.yaml', 'b.yaml', 'c.yaml'].map(uri));
    assert.deepEqual(onDisk(), ['a!', 'b!', 'c!']);
    assert.deepEqual(lint.findings(), []);
  });

  it('leaves a fix out of all of its files if one cannot be written, and makes the others', (test) => {
    const { folder, lint, texts, uri, onDisk } = questions(test);
    chmodSync(join(folder, 'b.yaml'), 0o400);
    const { written, problems } = applyFixes(lint, texts);
    assert.deepEqual(problems, [{ path: join(folder, 'b.yaml'), reason: 'is marked read-only' }]);
    assert.deepEqual(written, [uri('c.yaml')]);
    assert.deepEqual(onDisk(), ['a?', 'b?', 'c!']);
    assert.deepEqual(
      lint.findings().map(({ at }) => at.uri),
      [uri('a.yaml')],
    );
    assert.equal(texts.get(uri('a.yaml')), 'a?');
  });
});
