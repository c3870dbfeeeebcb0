import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, it } from 'node:test';
import {
  createMessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { cliPath } from './run-cli.ts';

describe('cilium-mesh-lint lsp --stdio', () => {
  it('is the language server', async (test) => {
    const child = spawn(process.execPath, [cliPath, 'lsp', '--stdio'], { cwd: temporaryFolder(test, {}) });
    test.after(() => child.kill());
    const exit = once(child, 'exit');
    const connection = createMessageConnection(
      new StreamMessageReader(child.stdout),
      new StreamMessageWriter(child.stdin),
    );
    connection.listen();
    const answer = await connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: null,
      capabilities: {},
    });
    assert.match(JSON.stringify(answer), /"capabilities":\{/);
    await connection.sendRequest('shutdown');
    await connection.sendNotification('exit');
    assert.equal((await exit)[0], 0);
    connection.dispose();
  });
});
