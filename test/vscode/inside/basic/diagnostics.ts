import assert from 'node:assert/strict';

import { afterEach, describe, it } from 'mocha';
import { DiagnosticSeverity } from 'vscode';

import { closeAll, namespace, open, placeOf, problemOfValues, ruleName, values } from '../workspace.ts';

describe('The problem of an open values file', () => {
  afterEach(closeAll);

  it('stands exactly on the key, as an error of this extension', async () => {
    const editor = await open(values);
    const problem = await problemOfValues();
    assert.equal(problem.source, 'cilium-mesh-lint');
    assert.equal(problem.severity, DiagnosticSeverity.Error);
    assert.deepEqual(problem.range, placeOf(editor, 'kubeProxyReplacement'));
    assert.match(problem.message, /Istio/);
  });

  it('is reported once, also while the file is open', async () => {
    await open(values);
    await problemOfValues();
  });

  it('links to the label that enrols the pods', async () => {
    await open(values);
    const related = (await problemOfValues()).relatedInformation ?? [];
    const editor = await open(namespace);
    const label = related.find(({ location }) => location.uri.toString() === namespace.toString());
    assert.ok(label, 'the namespace is part of the evidence');
    assert.equal(label.location.range.start.line, placeOf(editor, 'istio-injection: enabled').start.line);
  });

  it('has a code that can be clicked for the page of the rule', async () => {
    await open(values);
    const { code } = await problemOfValues();
    assert.ok(typeof code === 'object', 'the code has a target');
    assert.equal(code.value, ruleName);
    assert.match(code.target.toString(), /socket-lb-bypasses-mesh/);
  });
});
