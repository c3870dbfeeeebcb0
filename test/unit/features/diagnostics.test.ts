import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diagnosticOf, withSeverities } from '../../../server/src/features/diagnostics.ts';
import { fakeFinding, fakeFix } from '../../support/fake-lint.ts';

const uri = 'file:///values.yaml';
const places = {
  positionAt: (_uri: string, offset: number) => ({ line: 0, character: offset }),
  shownUri: (known: string) => known.replace('file:', 'shown:'),
};
const everything = { relatedInformation: true, codeDescription: true, data: true };

test('a finding with all that a client can show', () => {
  const finding = fakeFinding(uri, 2, 5, {
    severity: 'warning',
    related: [{ at: { uri: 'file:///mesh.yaml', span: { start: 1, end: 4 } }, message: 'The mesh.' }],
    fixes: [fakeFix('on', [uri])],
  });
  assert.deepEqual(diagnosticOf(finding, everything, places), {
    range: { start: { line: 0, character: 2 }, end: { line: 0, character: 5 } },
    severity: 2,
    code: 'socket-lb-bypasses-mesh',
    codeDescription: {
      href: 'https://github.com/cilium-mesh-lint/cilium-mesh-lint/blob/main/docs/rules/socket-lb-bypasses-mesh.md',
    },
    source: 'cilium-mesh-lint',
    message: 'Something is wrong.',
    relatedInformation: [
      {
        location: {
          uri: 'shown:///mesh.yaml',
          range: { start: { line: 0, character: 1 }, end: { line: 0, character: 4 } },
        },
        message: 'The mesh.',
      },
    ],
    data: { fixes: ['Set on'] },
  });
});

test('a client that can show little gets the place, the severity and the message', () => {
  const nothing = { relatedInformation: false, codeDescription: false, data: false };
  assert.deepEqual(Object.keys(diagnosticOf(fakeFinding(uri, 0, 1), nothing, places)), [
    'range',
    'severity',
    'code',
    'source',
    'message',
  ]);
});

test('every severity has the number of the protocol', () => {
  const numbers = (['error', 'warning', 'information', 'hint'] as const).map(
    (severity) => diagnosticOf(fakeFinding(uri, 0, 1, { severity }), everything, places).severity,
  );
  assert.deepEqual(numbers, [1, 2, 3, 4]);
});

test("the user's severity replaces the finding's own, and off leaves it out", () => {
  const findings = [fakeFinding(uri, 0, 1)];
  assert.equal(withSeverities(findings, new Map())[0], findings[0]);
  assert.equal(withSeverities(findings, new Map([['another-rule', 'off']]))[0], findings[0]);
  assert.equal(withSeverities(findings, new Map([['socket-lb-bypasses-mesh', 'hint']]))[0]?.severity, 'hint');
  assert.deepEqual(withSeverities(findings, new Map([['socket-lb-bypasses-mesh', 'off']])), []);
});
