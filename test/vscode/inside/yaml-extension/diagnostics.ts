import assert from 'node:assert/strict';

import { afterEach, it } from 'mocha';
import { type Diagnostic, languages, type Uri } from 'vscode';

import { withSetting } from '../settings.ts';
import { closeAll, codeOf, problems, ruleName, until, values } from '../workspace.ts';
import { openWith } from './texts.ts';

const text = 'kubeProxyReplacement: true\nroutingMode: wrong\nipam:\n  mode: kubernetes\n';

/** What others say of a file. */
export function theirProblems(file: Uri): readonly Diagnostic[] {
  return languages.getDiagnostics(file).filter(({ source }) => source !== 'cilium-mesh-lint');
}

/** Runs something while the YAML extension checks nothing. */
export function withoutTheirChecks(check: () => Promise<unknown>): Promise<unknown> {
  return withSetting('yaml.validate', false, check);
}

export function diagnosticTests(): void {
  afterEach(closeAll);

  it('has those of both, ours as they are without the other', async () => {
    await openWith(values, text);
    await until('both', () =>
      theirProblems(values).some(({ message }) => message.includes('"native", "tunnel"')) &&
      problems(values).some((problem) => codeOf(problem) === ruleName)
        ? true
        : undefined,
    );
    const before = problems(values).map(shown);
    await withoutTheirChecks(async () => {
      await until('ours alone', () => (theirProblems(values).length === 0 ? true : undefined));
      assert.deepEqual(problems(values).map(shown), before);
    });
    await until('both again', () => (theirProblems(values).length > 0 ? true : undefined));
    assert.deepEqual(problems(values).map(shown), before);
  });
}

function shown({ range, message, severity, source }: Diagnostic): unknown {
  return { range, message, severity, source };
}
