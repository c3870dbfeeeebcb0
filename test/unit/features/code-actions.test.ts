import assert from 'node:assert/strict';
import { test } from 'node:test';
import { offersAt, quickFix, wantsKind, workspaceEditOf } from '../../../server/src/features/code-actions.ts';
import { fakeFinding, fakeFix } from '../../support/fake-lint.ts';
import { only } from '../../support/only.ts';

const uri = 'file:///values.yaml';
const target = (version: number | null) => ({
  uri,
  version,
  positionAt: (offset: number) => ({ line: 0, character: offset }),
});

test('fixes are offered for findings that touch the range, both ends included', () => {
  const findings = [fakeFinding(uri, 10, 20, { fixes: [fakeFix('on', [uri])] })];
  for (const [start, end] of [
    [10, 10],
    [20, 20],
    [0, 10],
    [15, 15],
    [20, 30],
  ] as const) {
    assert.equal(offersAt(findings, start, end).length, 1, `${start}-${end}`);
  }
  assert.deepEqual(offersAt(findings, 0, 9), []);
  assert.deepEqual(offersAt(findings, 21, 30), []);
});

test('two findings that want the same fix are offered it once', () => {
  const fixes = [fakeFix('on', [uri])];
  const findings = [fakeFinding(uri, 0, 1, { fixes }), fakeFinding(uri, 0, 3, { fixes })];
  assert.deepEqual(only(offersAt(findings, 0, 9)).findings, findings);
});

test('preferred fixes come first, and are marked where the client shows it', () => {
  const fixes = [fakeFix('second', [uri], false), fakeFix('first', [uri])];
  const offers = offersAt([fakeFinding(uri, 0, 1, { fixes })], 0, 1);
  assert.deepEqual(
    offers.map((offer) => quickFix(offer, [], true).isPreferred),
    [true, undefined],
  );
  assert.deepEqual(
    offers.map((offer) => quickFix(offer, [], false).isPreferred),
    [undefined, undefined],
  );
});

test('kinds form a tree', () => {
  assert.equal(wantsKind(undefined, 'quickfix'), true);
  assert.equal(wantsKind([''], 'quickfix'), true);
  assert.equal(wantsKind(['source'], 'source.fixAll.ciliumMeshLint'), true);
  assert.equal(wantsKind(['refactor', 'source.fixAll'], 'source.fixAll.ciliumMeshLint'), true);
  assert.equal(wantsKind(['source.fixAll.ciliumMeshLint.more'], 'source.fixAll.ciliumMeshLint'), false);
  assert.equal(wantsKind(['source.fix'], 'source.fixAll.ciliumMeshLint'), false);
  assert.equal(wantsKind([], 'quickfix'), false);
});

test('edits name the version of the document they are for, where the client can tell', () => {
  const files = [{ uri, edits: [{ span: { start: 1, end: 2 }, newText: 'x' }] }];
  const range = { start: { line: 0, character: 1 }, end: { line: 0, character: 2 } };
  assert.deepEqual(
    workspaceEditOf(files, () => target(7), true),
    {
      documentChanges: [{ textDocument: { uri, version: 7 }, edits: [{ range, newText: 'x' }] }],
    },
  );
  assert.deepEqual(
    workspaceEditOf(files, () => target(7), false),
    { changes: { [uri]: [{ range, newText: 'x' }] } },
  );
});

test('an edit of a file that cannot be read is no edit at all', () => {
  const files = [
    { uri, edits: [] },
    { uri: 'file:///gone.yaml', edits: [] },
  ];
  assert.equal(
    workspaceEditOf(files, (file) => (file === uri ? target(null) : undefined), true),
    undefined,
  );
});
