import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { jsonReport } from '../../../server/src/cli/report-json.ts';
import { textReport } from '../../../server/src/cli/report-text.ts';
import { reportedFindings, type Report } from '../../../server/src/features/report/report.ts';
import type { Finding } from '../../../server/src/rules/finding.ts';
import { fakeFinding, fakeFix, fakeLint } from '../../support/fake-lint.ts';

const values = 'file:///work/cluster/values.yaml';
const namespace = 'file:///work/namespace.yaml';
const texts = new Map([
  [values, '# base\nkubeProxyReplacement: true\nhubble: {}\n'],
  [namespace, 'metadata:\n  labels: { istio-injection: enabled }\n'],
]);

const finding = fakeFinding(values, 7, 27, {
  related: [{ at: { uri: namespace, span: { start: 22, end: 46 } }, message: 'Injection is on.' }],
  fixes: [fakeFix('cure', [values]), fakeFix('other', [namespace], false)],
});

function reportOf(findings: readonly Finding[]): Report {
  const lint = fakeLint({
    findings: () => findings,
    editsOf: (fix) =>
      fix.title === 'Set cure'
        ? {
            ok: true,
            files: [{ uri: values, edits: [{ span: { start: 34, end: 34 }, newText: 'cure: true\n' }] }],
          }
        : { ok: false, reason: 'a template' },
  });
  return {
    findings: reportedFindings(
      lint,
      lint.findings().filter(({ severity }) => severity !== 'hint'),
      texts,
    ),
    texts,
    files: 12,
    parsed: 2,
    durationMs: 41.6,
  };
}

describe('jsonReport', () => {
  it('has exactly the documented form', () => {
    const json: unknown = JSON.parse(jsonReport(reportOf([finding]), { version: '1.2.3', cwd: '/work' }));
    assert.deepEqual(json, {
      version: '1.2.3',
      findings: [
        {
          rule: 'socket-lb-bypasses-mesh',
          severity: 'error',
          message: 'Something is wrong.',
          file: 'cluster/values.yaml',
          range: { start: { line: 1, character: 0 }, end: { line: 1, character: 20 } },
          related: [
            {
              file: 'namespace.yaml',
              range: { start: { line: 1, character: 12 }, end: { line: 1, character: 36 } },
              message: 'Injection is on.',
            },
          ],
          fixes: [
            {
              title: 'Set cure',
              preferred: true,
              edits: [
                {
                  file: 'cluster/values.yaml',
                  range: { start: { line: 2, character: 0 }, end: { line: 2, character: 0 } },
                  newText: 'cure: true\n',
                },
              ],
            },
          ],
          docs: 'https://github.com/cilium-mesh-lint/cilium-mesh-lint/blob/main/docs/rules/socket-lb-bypasses-mesh.md',
        },
      ],
      summary: { files: 12, parsed: 2, errors: 1, warnings: 0, informations: 0, hints: 0, durationMs: 42 },
    });
  });

  it('names files outside the working directory relative to it', () => {
    const json = jsonReport(reportOf([finding]), { version: '1.2.3', cwd: '/work/cluster' });
    assert.match(json, /"file": "\.\.\/namespace\.yaml"/);
  });

  it('leaves out what was not wanted', () => {
    const json = jsonReport(reportOf([fakeFinding(values, 0, 1, { severity: 'hint' })]), {
      version: '1',
      cwd: '/',
    });
    assert.match(json, /"findings": \[\]/);
    assert.match(json, /"hints": 0/);
  });
});

describe('textReport', () => {
  it('shows place, evidence, fix, documentation and a summary', () => {
    assert.equal(
      textReport(reportOf([finding]), '/work', (_tone, text) => text),
      `cluster/values.yaml

  error socket-lb-bypasses-mesh 2:1
  Something is wrong.

    1 │ # base
    2 │ kubeProxyReplacement: true
      │ ^^^^^^^^^^^^^^^^^^^^
    3 │ hubble: {}

  namespace.yaml:2:13 Injection is on.
  fix Set cure
      kubeProxyReplacement: true
    + cure: true
      hubble: {}
  https://github.com/cilium-mesh-lint/cilium-mesh-lint/blob/main/docs/rules/socket-lb-bypasses-mesh.md

1 error in 12 files, 2 read closely, 42 ms. --fix mends 1.
`,
    );
  });

  it('names a file once for all of its findings', () => {
    const text = textReport(
      reportOf([finding, fakeFinding(values, 34, 40, { severity: 'warning' })]),
      '/work',
      (_, t) => t,
    );
    assert.equal(text.split('\n').filter((line) => line === 'cluster/values.yaml').length, 1);
    assert.match(text, /1 error, 1 warning in 12 files/);
  });

  it('says so when nothing was found', () => {
    assert.equal(
      textReport(reportOf([]), '/work', (_, text) => text),
      'Nothing found in 12 files, 2 read closely, 42 ms.\n',
    );
  });

  it('paints severities and nothing that would need colours to be read', () => {
    const text = textReport(reportOf([finding]), '/work', (tone, painted) => `<${tone}>${painted}</>`);
    assert.match(text, /<red>error<\/>/);
    assert.match(text, /<red>\^+<\/>/);
    const milder = textReport(
      reportOf([{ ...finding, severity: 'warning' }]),
      '/work',
      (tone, painted) => `<${tone}>${painted}</>`,
    );
    assert.match(milder, /<yellow>\^+<\/>/);
    assert.match(text, /<green>\+ cure: true<\/>/);
  });

  it('lets no control character of a file through', () => {
    const text = textReport(
      reportOf([{ ...finding, message: 'Name \u001b[2J.' }]),
      '/work',
      (_, painted) => painted,
    );
    assert.ok(!text.includes('\u001b'));
  });
});
