import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { URI } from 'vscode-uri';
import { temporaryFolder } from '../temporary-folder.ts';
import type { ClientOptions, TestClient } from './client.ts';
import { createFakeEngine } from './fake-engine.ts';
import { clientInProcess } from './in-process.ts';

/** A server in this process over the fake engine, opened on a folder with these files. */
export interface FakeWorkspace {
  readonly client: TestClient;
  /** Absolute path of the folder. */
  readonly folder: string;
  readonly uri: (path: string) => string;
}

export async function fakeWorkspace(
  test: TestContext,
  files: Readonly<Record<string, string | Buffer>>,
  options: Partial<ClientOptions> = {},
): Promise<FakeWorkspace> {
  const folder = temporaryFolder(test, files);
  const folders = [URI.file(folder).toString()];
  const client = await clientInProcess(test, createFakeEngine, { flavour: 'push', folders, ...options });
  return { client, folder, uri: (path) => URI.file(join(folder, path)).toString() };
}
