/** The VS Code server inside code-server: what a browser opens as a whole editor, with a Node extension host behind it. */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

import type { EditorHost } from './install.ts';

export interface WorkbenchOptions {
  /** A folder of the caller's own, which takes all data of this server: settings, extensions, logs. */
  readonly dataDir: string;
  /** Where extensions are installed; in the data folder unless given. */
  readonly extensionsDir?: string;
  /** Whether VS Code asks before it trusts a folder (Restricted Mode until then). */
  readonly workspaceTrust: boolean;
  /** Lets a page say which extension and which tests to load. */
  readonly testDriver?: boolean;
  /** User settings. */
  readonly settings?: Readonly<Record<string, unknown>>;
}

export interface Workbench {
  /** The address that opens a folder or a workspace file; it carries the token without which the server answers nobody. */
  url(opened: string | undefined, payload?: readonly (readonly [string, string])[]): string;
  /** Ends the server and every process below it. */
  stop(): Promise<void>;
}

/** User settings for a window that shows files and nothing else. */
export const plainWindow = {
  'chat.disableAIFeatures': true,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
} as const;

const startTimeout = 60_000;

/** Starts a server on a free port of 127.0.0.1 and resolves when it answers. */
export async function startWorkbench(host: EditorHost, options: WorkbenchOptions): Promise<Workbench> {
  await writeSettings(options);
  const token = randomUUID();
  const server = spawn(
    process.execPath,
    [
      host.serverMain,
      ...dataArguments(options),
      ...['--host', '127.0.0.1', '--port', '0', '--connection-token', token, '--telemetry-level', 'off'],
      ...(options.workspaceTrust ? [] : ['--disable-workspace-trust']),
      ...(options.testDriver === true ? ['--enable-smoke-test-driver'] : []),
    ],
    // A process group of its own, so that nothing below it outlives it; its sockets go with its data.
    { detached: true, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, TMPDIR: options.dataDir } },
  );
  try {
    const origin = await address(server);
    return {
      url: (opened, payload) => {
        const query = new URLSearchParams({ tkn: token });
        if (opened !== undefined)
          query.set(opened.endsWith('.code-workspace') ? 'workspace' : 'folder', opened);
        if (payload !== undefined) query.set('payload', JSON.stringify(payload));
        return `${origin}/?${query.toString()}`;
      },
      stop: () => end(server),
    };
  } catch (error) {
    await end(server);
    throw error;
  }
}

/** Installs a .vsix as a person would, from the command line of VS Code. */
export async function installExtension(
  host: EditorHost,
  options: WorkbenchOptions,
  vsix: string,
): Promise<string> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [host.serverMain, ...dataArguments(options), '--install-extension', vsix],
    { timeout: startTimeout },
  );
  return stdout;
}

function dataArguments({ dataDir, extensionsDir }: WorkbenchOptions): string[] {
  return [
    '--accept-server-license-terms',
    ...['--server-data-dir', dataDir],
    ...(extensionsDir === undefined ? [] : ['--extensions-dir', extensionsDir]),
  ];
}

async function writeSettings({ dataDir, settings }: WorkbenchOptions): Promise<void> {
  if (settings === undefined) return;
  const file = join(dataDir, 'data/User/settings.json');
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, JSON.stringify(settings, undefined, 2));
}

/** Waits for the line in which the server names its port. */
function address(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const fail = (why: string): void => reject(new Error(`The VS Code server ${why}:\n${said.slice(-4000)}`));
    const timer = setTimeout(() => fail(`did not start within ${startTimeout} ms`), startTimeout);
    const listen = (chunk: Buffer): void => {
      said += chunk.toString();
      const port = /Web UI available at http:\/\/[^:]+:(\d+)/.exec(said)?.[1];
      if (port === undefined) return;
      clearTimeout(timer);
      resolve(`http://127.0.0.1:${port}`);
    };
    server.stdout?.on('data', listen);
    server.stderr?.on('data', listen);
    server.once('error', (error) => fail(`could not be started (${error.message})`));
    server.once('exit', (code) => {
      clearTimeout(timer);
      fail(`ended with ${code ?? 'a signal'}`);
    });
  });
}

async function end(server: ChildProcess): Promise<void> {
  if (server.pid === undefined) return;
  const gone =
    server.exitCode === null && server.signalCode === null
      ? new Promise((resolve) => server.once('exit', resolve))
      : undefined;
  try {
    process.kill(-server.pid, 'SIGKILL');
  } catch {
    // The whole group has ended already.
  }
  await gone;
}
