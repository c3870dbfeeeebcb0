import assert from 'node:assert/strict';

import { afterEach, describe, it } from 'mocha';
import { DiagnosticSeverity } from 'vscode';

import { withSetting } from '../settings.ts';
import { closeAll, codeOf, open, problemOfValues, problems, ruleName, until, values } from '../workspace.ts';

describe('Without a restart', () => {
  afterEach(closeAll);

  it('another severity of a rule applies', async () => {
    await whileSet('severity', { [ruleName]: 'information' }, () =>
      until('the problem is an information', () =>
        problems(values).find(
          (problem) => codeOf(problem) === ruleName && problem.severity === DiagnosticSeverity.Information,
        ),
      ),
    );
  });

  it('a rule can be switched off', async () => {
    await whileSet('severity', { [ruleName]: 'off' }, noProblems);
  });

  it('a file can be excluded', async () => {
    await whileSet('exclude', ['cilium/**'], noProblems);
  });

  it('everything can be switched off', async () => {
    await whileSet('enable', false, noProblems);
  });
});

async function whileSet(name: string, value: unknown, check: () => Promise<unknown>): Promise<void> {
  await open(values);
  await problemOfValues();
  assert.ok(await withSetting(`ciliumMeshLint.${name}`, value, check));
  await problemOfValues();
}

function noProblems(): Promise<boolean> {
  return until('the values file has no problems', () => (problems(values).length === 0 ? true : undefined));
}
