import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { URI } from 'vscode-uri';
import { ShutdownRequest, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';
import { temporaryFolder } from '../temporary-folder.ts';
import { startClient, type ClientOptions, type TestClient } from './client.ts';

const root = join(import.meta.dirname, '..', '..', '..');

/** The server as its source and as it is shipped. */
export const serverModules = {
  source: join(root, 'server/src/lsp/main.ts'),
  bundle: join(root, 'dist/server.js'),
} as const;

export interface ServerProcess {
  readonly process: ChildProcessWithoutNullStreams;
  /** What it has written to stderr: nothing, if all is well. */
  readonly complaints: () => string;
  /** Resolves with the exit code. */
  readonly ended: Promise<number | null>;
}

/** Starts a server of its own process, which does not outlive the test. */
export function startServerProcess(
  test: TestContext,
  module: string = serverModules.source,
  args: readonly string[] = ['--stdio'],
): ServerProcess {
  const child = spawn(process.execPath, [module, ...args], { stdio: 'pipe' });
  let complaints = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complaints += text));
  // Writing to a server that has ended is part of some tests.
  child.stdin.on('error', () => undefined);
  const ended = once(child, 'exit').then(() => child.exitCode);
  test.after(async () => {
    child.kill('SIGKILL');
    await ended;
    // What nobody read or took any more would keep this process waiting.
    for (const stream of [child.stdin, child.stdout, child.stderr]) stream.destroy();
  });
  return { process: child, complaints: () => complaints, ended };
}

/** A server process that is opened on a folder with these files. */
export interface RealWorkspace {
  readonly client: TestClient;
  readonly server: ServerProcess;
  /** Absolute path of the folder. */
  readonly folder: string;
  readonly uri: (path: string) => string;
  /** Ends the server as the protocol asks for. Resolves with its exit code. */
  readonly end: () => Promise<number | null>;
}

export async function realWorkspace(
  test: TestContext,
  files: Readonly<Record<string, string | Buffer>>,
  options: Partial<ClientOptions> = {},
  module: string = serverModules.source,
): Promise<RealWorkspace> {
  const folder = temporaryFolder(test, files);
  const server = startServerProcess(test, module);
  const { stdout, stdin } = server.process;
  const reader = new StreamMessageReader(stdout);
  // Of a server that ends within a message the reader would wait for the rest for ever, and keep this process alive.
  reader.partialMessageTimeout = 0;
  const starting = startClient(reader, new StreamMessageWriter(stdin), {
    flavour: 'pull',
    folders: [URI.file(folder).toString()],
    ...options,
  });
  const failing = server.ended.then((code) => {
    throw new Error(`The server ended with ${code}: ${server.complaints()}`);
  });
  const client = await Promise.race([starting, failing]);
  return {
    client,
    server,
    folder,
    uri: (path) => URI.file(join(folder, path)).toString(),
    end: async () => {
      await client.connection.sendRequest(ShutdownRequest.type);
      await client.connection.sendNotification('exit');
      return server.ended;
    },
  };
}
