import { PassThrough } from 'node:stream';
import type { TestContext } from 'node:test';
import {
  createConnection,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import type { MeshLint } from '../../../server/src/features/mesh-lint.ts';
import { diskHost } from '../../../server/src/files/disk-host.ts';
import type { FileHost } from '../../../server/src/files/host.ts';
import { startServer } from '../../../server/src/lsp/server.ts';
import { startClient, type ClientOptions, type TestClient } from './client.ts';

/**
 * A server in this process over its own engines, with a client that is connected to it until the test ends.
 * @param disk the files that the server reads itself
 */
export async function clientInProcess(
  test: TestContext,
  createEngine: () => MeshLint,
  options: ClientOptions,
  disk: FileHost | 'none' = diskHost,
): Promise<TestClient> {
  const toServer = new PassThrough();
  const toClient = new PassThrough();
  const server = createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient));
  startServer(server, createEngine, disk === 'none' ? undefined : disk);
  const client = await startClient(
    new StreamMessageReader(toClient),
    new StreamMessageWriter(toServer),
    options,
  );
  test.after(async () => {
    // A test may have shut the server down itself; everything is refused then.
    await client
      .ready()
      .then(() => client.connection.sendRequest(ShutdownRequest.type))
      .catch(() => undefined);
    client.connection.dispose();
    server.dispose();
  });
  return client;
}
