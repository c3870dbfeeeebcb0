/** The suites of tests inside an editor, and which of their files run where. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

import { buildYamlExtension } from '../host/yaml-extension/build.ts';

const inside = join(import.meta.dirname, 'inside');

/** What runs extensions: a process of Node beside the editor, or a web worker of the browser that shows it. */
export type ExtensionHost = 'node' | 'web';

/** Tests that run in one window over one folder, or over those of one workspace file. */
export interface EditorSuite {
  /** The folder of its tests under `inside/`. */
  readonly name: string;
  /** The folder under test/fixtures/vscode of which the window opens a copy. */
  readonly fixture: string;
  readonly trusted: boolean;
  readonly hosts: readonly ExtensionHost[];
  /** The file in the fixture that the window opens instead of its folder. */
  readonly workspaceFile?: string;
  /** Builds an extension that runs beside ours, and gives its folder. */
  readonly beside?: () => Promise<string>;
}

const everywhere: readonly ExtensionHost[] = ['node', 'web'];

const suites: readonly EditorSuite[] = [
  { name: 'basic', fixture: 'basic', trusted: true, hosts: everywhere },
  { name: 'views', fixture: 'shop', trusted: true, hosts: everywhere },
  { name: 'fixes', fixture: 'fleet', trusted: true, hosts: everywhere },
  { name: 'restricted', fixture: 'basic', trusted: false, hosts: everywhere },
  { name: 'quiet', fixture: 'quiet', trusted: true, hosts: everywhere },
  {
    name: 'folders',
    fixture: 'folders',
    workspaceFile: 'folders.code-workspace',
    trusted: true,
    hosts: everywhere,
  },
  ...['yaml-extension-first', 'yaml-extension-second'].map((name): EditorSuite => ({
    name,
    fixture: 'schema',
    trusted: true,
    // The server of that extension is a process.
    hosts: ['node'],
    beside: buildYamlExtension,
  })),
];

/** Those that run in a host, in the order in which they do; of these the ones that `VSCODE_SUITES` names, where it is set. */
export function suitesFor(host: ExtensionHost): readonly EditorSuite[] {
  const named = process.env['VSCODE_SUITES']?.split(',');
  return suites.filter(({ name, hosts }) => hosts.includes(host) && named?.includes(name) !== false);
}

/** The files of a suite for a host, below `inside/`: `x.node.ts` and `x.web.ts` are for one host alone, any other for both. */
export async function suiteFiles({ name }: EditorSuite, host: ExtensionHost): Promise<readonly string[]> {
  const files = await readdir(join(inside, name));
  return files
    .filter((file) => (/\.(node|web)\.ts$/.exec(file)?.[1] ?? host) === host)
    .sort()
    .map((file) => `${name}/${file}`);
}
