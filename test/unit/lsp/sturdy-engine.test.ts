import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sturdyEngine } from '../../../server/src/lsp/sturdy-engine.ts';
import { fakeLint } from '../../support/fake-lint.ts';

function failing(): never {
  throw new Error('a rule failed');
}

test('a rule that fails costs the findings, and is told', () => {
  const lines: string[] = [];
  const lint = sturdyEngine(
    {
      ...fakeLint({ findings: failing }),
      findingsIn: failing,
      prepare: () => ({ [Symbol.iterator]: failing }),
    },
    (line) => lines.push(line),
  );
  assert.deepEqual(lint.findings(), []);
  assert.deepEqual(lint.findingsIn('file:///w/a.yaml'), []);
  assert.deepEqual([...lint.prepare()], []);
  assert.equal(lines.length, 3);
  for (const line of lines) assert.match(line, /^Checking the workspace.*a rule failed/s);
});
