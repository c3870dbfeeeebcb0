import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { MutantResult } from '@stryker-mutator/api/core';
import { qualityPage, scoresOn } from '../../../../scripts/mutation/quality-page.ts';
import { scoreOf, scoresOf, survivorText } from '../../../../scripts/mutation/results.ts';

const mutant = (file: string, status: MutantResult['status']): MutantResult => ({
  id: '1',
  fileName: `/repository/server/src/${file}`,
  location: { start: { line: 2, column: 11 }, end: { line: 2, column: 15 } },
  mutatorName: 'BooleanLiteral',
  replacement: 'false',
  status,
});

describe('the results of mutation testing', () => {
  it('are summed up for knowledge, for what rules share and for each rule', () => {
    const results = [
      mutant('knowledge/keys.ts', 'Killed'),
      mutant('knowledge/keys.ts', 'NoCoverage'),
      mutant('rules/check.ts', 'Timeout'),
      mutant('rules/wording/words.ts', 'Killed'),
      mutant('rules/two-meshes/detect.ts', 'Survived'),
      mutant('rules/two-meshes/rule.ts', 'Ignored'),
    ];
    assert.deepEqual(scoresOf(results, '/repository'), [
      { folder: 'knowledge', killed: 1, survived: 1, score: 50 },
      { folder: 'rules', killed: 2, survived: 0, score: 100 },
      { folder: 'rules/two-meshes', killed: 0, survived: 1, score: 0 },
    ]);
  });

  it('take the place of earlier ones on the page, folder by folder', () => {
    const first = qualityPage(
      [
        { ...scoreOf('knowledge', 90, 10), day: '2026-01-02' },
        { ...scoreOf('rules/two-meshes', 1, 3), day: '2026-01-02' },
      ],
      '',
    );
    const second = qualityPage([{ ...scoreOf('rules/two-meshes', 4, 0), day: '2026-03-04' }], first);
    assert.deepEqual(scoresOn(second), [
      { folder: 'knowledge', killed: 90, survived: 10, score: 90, day: '2026-01-02' },
      { folder: 'rules/two-meshes', killed: 4, survived: 0, score: 100, day: '2026-03-04' },
    ]);
    assert.doesNotMatch(second, /No figures yet/);
    assert.match(second, /^\| all \| 104 \| 10 \| 90\.4 % \| \|$/m);
  });

  it('tell the folders that were never tried', () => {
    const page = qualityPage([{ ...scoreOf('rules/two-meshes', 4, 0), day: '2026-03-04' }], '');
    assert.match(page, /^No figures yet: `knowledge`\.$/m);
  });

  it('show what stood where nobody noticed a change', () => {
    const read = (): string => 'const a = 1;\nconst b = true;\n';
    assert.equal(
      survivorText(mutant('knowledge/keys.ts', 'Survived'), '/repository', read),
      'server/src/knowledge/keys.ts:2:11 Survived BooleanLiteral\n  - true\n  + false',
    );
    assert.equal(survivorText(mutant('knowledge/keys.ts', 'Killed'), '/repository', read), undefined);
  });
});
