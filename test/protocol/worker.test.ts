import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { createContext, runInContext } from 'node:vm';
import { serverModules } from '../support/lsp/server-process.ts';
import { until } from '../support/lsp/until.ts';

test('the bundle of the server answers in a web worker', async () => {
  const answers: unknown[] = [];
  // What a worker has, as far as the server uses it; of Node there is nothing.
  const scope = createContext({
    ...{ setTimeout, clearTimeout, queueMicrotask, performance, console, crypto },
    ...{ TextDecoder, TextEncoder, URL, AbortController },
    importScripts: () => undefined,
    addEventListener: () => undefined,
    postMessage: (message: unknown) => answers.push(message),
  });
  runInContext(readFileSync(serverModules.bundle, 'utf8'), scope);
  await until(() => runInContext('typeof onmessage', scope) === 'function');
  const params = { processId: null, rootUri: null, capabilities: {}, workspaceFolders: null };
  const data = { jsonrpc: '2.0', id: 1, method: 'initialize', params };
  runInContext(`onmessage(${JSON.stringify({ data })})`, scope);
  await until(() => answers.length > 0);
  assert.match(JSON.stringify(answers[0]), /"id":1,"result":\{"capabilities":\{/);
});
