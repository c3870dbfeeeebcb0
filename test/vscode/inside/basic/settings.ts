import assert from 'node:assert/strict';

import { afterEach, describe, it } from 'mocha';
import { ConfigurationTarget, DiagnosticSeverity, workspace } from 'vscode';

import { closeAll, codeOf, open, problemOfValues, problems, ruleName, until, values } from '../workspace.ts';

describe('Without a restart', () => {
  afterEach(closeAll);

  it('another severity of a rule applies', async () => {
    await withSetting('severity', { [ruleName]: 'information' }, () =>
      until('the problem is an information', () =>
        problems(values).find(
          (problem) => codeOf(problem) === ruleName && problem.severity === DiagnosticSeverity.Information,
        ),
      ),
    );
  });

  it('a rule can be switched off', async () => {
    await withSetting('severity', { [ruleName]: 'off' }, noProblems);
  });

  it('a file can be excluded', async () => {
    await withSetting('exclude', ['cilium/**'], noProblems);
  });

  it('everything can be switched off', async () => {
    await withSetting('enable', false, noProblems);
  });
});

async function withSetting(name: string, value: unknown, check: () => Promise<unknown>): Promise<void> {
  await open(values);
  await problemOfValues();
  const settings = workspace.getConfiguration('ciliumMeshLint');
  await settings.update(name, value, ConfigurationTarget.Workspace);
  try {
    assert.ok(await check());
  } finally {
    await settings.update(name, undefined, ConfigurationTarget.Workspace);
  }
  await problemOfValues();
}

function noProblems(): Promise<boolean> {
  return until('the values file has no problems', () => (problems(values).length === 0 ? true : undefined));
}
