import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { chosenSuites, type Suite } from '../../../../scripts/testing/suites.ts';

function namesOf(arguments_: readonly string[]): readonly string[] {
  const chosen = chosenSuites(arguments_);
  assert.ok(!('unknown' in chosen));
  return chosen.map((suite: Suite) => suite.name);
}

describe('chosenSuites', () => {
  it('takes every suite that needs no shared folder where none is named', () => {
    assert.deepEqual(namesOf([]), ['unit', 'cases', 'properties', 'cli', 'protocol', 'vscode', 'vsix']);
  });

  it('takes the named ones', () => {
    assert.deepEqual(namesOf(['cases', 'unit']), ['unit', 'cases']);
  });

  it('takes those of the shared folder by one name', () => {
    assert.deepEqual(namesOf(['shared']), ['knowledge', 'helm', 'corpus']);
  });

  it('tells a name it does not know', () => {
    assert.deepEqual(chosenSuites(['unti']), { unknown: 'unti' });
  });
});
