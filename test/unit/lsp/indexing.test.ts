import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HoverRequest } from 'vscode-languageserver/node';
import { URI } from 'vscode-uri';
import type { MeshLint } from '../../../server/src/features/mesh-lint.ts';
import { createFakeEngine } from '../../support/lsp/fake-engine.ts';
import { clientInProcess } from '../../support/lsp/in-process.ts';
import { until } from '../../support/lsp/until.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

test('requests are answered between the steps in which the first findings are made', async (t) => {
  let steps = 0;
  let stepsAtHover = -1;
  // It goes on until somebody has been heard, each step as long as one may be.
  const preparing = function* (): Iterable<void> {
    for (; stepsAtHover < 0 && steps < 1000; steps++) {
      for (const end = performance.now() + 20; performance.now() < end;);
      yield;
    }
  };
  const createEngine = (): MeshLint => {
    const engine = createFakeEngine();
    const hover: MeshLint['inquiry']['hover'] = (at) => {
      stepsAtHover = steps;
      return engine.inquiry.hover(at);
    };
    return { ...engine, inquiry: { ...engine.inquiry, hover }, prepare: preparing };
  };
  const folder = URI.file(temporaryFolder(t, { 'a.yaml': 'MESH' })).toString();
  const client = await clientInProcess(t, createEngine, { flavour: 'push', folders: [folder] });
  const textDocument = { uri: `${folder}/a.yaml` };
  await client.open(textDocument.uri, 'BYPASS');
  await until(() => steps > 0);
  await client.connection.sendRequest(HoverRequest.type, {
    textDocument,
    position: { line: 0, character: 1 },
  });
  await client.ready();
  assert.ok(stepsAtHover > 0 && stepsAtHover < 1000, `answered after ${stepsAtHover} steps`);
});
