import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  CancellationTokenSource,
  ErrorCodes,
  LSPErrorCodes,
  ResponseError,
  WorkspaceDiagnosticRequest,
} from 'vscode-languageserver/node';
import { diagnosticsOf, pullWorkspace, resultIds } from '../support/lsp/requests.ts';
import { realWorkspace, serverModules, startServerProcess } from '../support/lsp/server-process.ts';
import { until } from '../support/lsp/until.ts';
import { shop } from '../support/lsp/shop.ts';

function failsWith(code: number): (error: unknown) => boolean {
  return (error) => error instanceof ResponseError && error.code === code;
}

test('unknown methods and malformed requests are answered, and the server lives on', async (t) => {
  const { client, uri, end } = await realWorkspace(t, shop);
  const { connection } = client;
  await assert.rejects(connection.sendRequest('cilium/teleport', {}), failsWith(ErrorCodes.MethodNotFound));
  for (const method of ['textDocument/hover', 'textDocument/codeAction', 'textDocument/diagnostic']) {
    for (const params of [{}, { textDocument: null }, { textDocument: { uri: 7 } }, [1], { position: -1 }]) {
      await connection
        .sendRequest(method, params)
        .catch((error: unknown) => assert.ok(error instanceof Error));
    }
  }
  await connection.sendRequest('codeAction/resolve', {
    title: 'x',
    data: { uri: 'file:///none', fix: 'gone' },
  });
  await connection.sendNotification('textDocument/didChange', { contentChanges: [{ text: 'x' }] });
  await connection.sendNotification('textDocument/didOpen', {});
  await connection.sendNotification('workspace/didChangeWatchedFiles', {
    changes: [{ uri: 'x:::', type: 9 }],
  });
  await connection.sendNotification('workspace/didChangeConfiguration', {});
  await connection.sendNotification('$/unheardOf', {});
  await client.open(uri('cilium/values.yaml'), shop['cilium/values.yaml']);
  assert.equal((await diagnosticsOf(client, uri('cilium/values.yaml'))).length, 1);
  assert.equal(await end(), 0);
});

test('a message that is no JSON does not end the server', async (t) => {
  const { client, server, uri } = await realWorkspace(t, shop);
  server.process.stdin.write('Content-Length: 5\r\n\r\n{"a":');
  await client.open(uri('cilium/values.yaml'), shop['cilium/values.yaml']);
  assert.equal((await diagnosticsOf(client, uri('cilium/values.yaml'))).length, 1);
});

test('a request before initialize is refused', async (t) => {
  const server = startServerProcess(t);
  const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'textDocument/hover', params: {} });
  server.process.stdin.write(`Content-Length: ${body.length}\r\n\r\n${body}`);
  let answer = '';
  server.process.stdout.on('data', (chunk: Buffer) => (answer += chunk.toString()));
  await until(() => answer.includes(`"code":${ErrorCodes.ServerNotInitialized}`));
  assert.match(answer, /"id":1/);
});

test('a request that is taken back is answered as cancelled', async (t) => {
  const { client } = await realWorkspace(t, shop);
  const first = await pullWorkspace(client);
  const source = new CancellationTokenSource();
  const params = { previousResultIds: resultIds(first) };
  const held = client.connection.sendRequest(WorkspaceDiagnosticRequest.type, params, source.token);
  await sleep(150);
  source.cancel();
  await assert.rejects(held, failsWith(LSPErrorCodes.RequestCancelled));
});

for (const [when, milliseconds] of [
  ['held', 150],
  ['about to be held', 0],
] as const) {
  test(`shutdown ends requests that are ${when}, and exit ends the process`, async (t) => {
    const { client } = await realWorkspace(t, shop);
    const first = await pullWorkspace(client);
    const held = pullWorkspace(client, resultIds(first));
    await sleep(milliseconds);
    await client.connection.sendRequest('shutdown');
    assert.equal((await held).items.length, 1);
  });
}

test('exit behind a shutdown is in good order', async (t) => {
  const { end } = await realWorkspace(t, shop);
  assert.equal(await end(), 0);
});

test('exit without shutdown is an error, and so is the end of the stream', async (t) => {
  const impolite = await realWorkspace(t, shop);
  await impolite.client.connection.sendNotification('exit');
  assert.equal(await impolite.server.ended, 1);
  const gone = await realWorkspace(t, shop);
  gone.server.process.stdin.end();
  assert.equal(await gone.server.ended, 1);
});

test('the server ends when the process that started it has died', { timeout: 20_000 }, async (t) => {
  const parent = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
  const server = startServerProcess(t);
  const params = { processId: parent.pid, rootUri: null, capabilities: {}, workspaceFolders: null };
  const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'initialize', params });
  server.process.stdin.write(`Content-Length: ${body.length}\r\n\r\n${body}`);
  await once(server.process.stdout, 'data');
  parent.kill('SIGKILL');
  await once(parent, 'exit');
  assert.equal(await server.ended, 1);
});

test('the shipped bundle serves over stdio', async (t) => {
  const { client, server, uri, end } = await realWorkspace(t, shop, {}, serverModules.bundle);
  await client.open(uri('cilium/values.yaml'), shop['cilium/values.yaml']);
  assert.equal((await diagnosticsOf(client, uri('cilium/values.yaml'))).length, 1);
  assert.equal(server.complaints(), '');
  assert.equal(await end(), 0);
});
