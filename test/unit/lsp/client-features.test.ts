import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clientFeaturesOf } from '../../../server/src/lsp/client-features.ts';

test('a client that says nothing can do nothing', () => {
  const { completions, commands, ...others } = clientFeaturesOf({});
  assert.deepEqual(commands, new Set());
  assert.deepEqual(new Set(Object.values({ ...completions, ...others })), new Set([false]));
});

test('what diagnostics may carry counts from either kind of diagnostics', () => {
  const carried = { relatedInformation: true, codeDescriptionSupport: true, dataSupport: true };
  for (const textDocument of [{ diagnostic: carried }, { publishDiagnostics: carried }]) {
    const client = clientFeaturesOf({ textDocument });
    assert.deepEqual(
      [client.relatedInformation, client.codeDescription, client.diagnosticData],
      [true, true, true],
    );
  }
});

test('an edit can come late only if the action keeps its data until then', () => {
  const resolveSupport = { properties: ['edit'] };
  assert.equal(clientFeaturesOf({ textDocument: { codeAction: { resolveSupport } } }).lateEdits, false);
  const codeAction = { resolveSupport, dataSupport: true };
  assert.equal(clientFeaturesOf({ textDocument: { codeAction } }).lateEdits, true);
  const other = { resolveSupport: { properties: ['command'] }, dataSupport: true };
  assert.equal(clientFeaturesOf({ textDocument: { codeAction: other } }).lateEdits, false);
});
