/**
 * The parts of the editor host, installed on demand from the npm registry that npm is configured for.
 *
 * They weigh some 900 MB, so they are no devDependencies: they lie under `.cache/host/`, in a folder named
 * after the lock file, and are shared by all runs until the lock changes.
 */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

import { pathWithThisNode } from './environment.ts';

const run = promisify(execFile);
const manifests = import.meta.dirname;
const cache = join(import.meta.dirname, '../../.cache/host');
const systemChromium = '/usr/bin/chromium';

/** Where the installed parts lie; every path is absolute. */
export interface EditorHost {
  readonly kind: 'ready';
  /** The Node program inside code-server that serves VS Code. */
  readonly serverMain: string;
  readonly playwright: string;
  readonly chromium: Chromium;
}

export interface Chromium {
  readonly executable: string;
  /** A folder with the system libraries that a bare machine lacks, for `LD_LIBRARY_PATH`. */
  readonly libraries?: string;
  /** A fontconfig file that knows the machine's fonts and one that comes along, for `FONTCONFIG_FILE`. */
  readonly fonts?: string;
}

export interface NoEditorHost {
  readonly kind: 'unavailable';
  /** One line for the person who wonders why the suites were skipped. */
  readonly reason: string;
}

/** The host's parts, installed first where they are not there yet. Never throws: what went wrong is the reason. */
export async function editorHost(): Promise<EditorHost | NoEditorHost> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    return unavailable(`it needs Linux on x64, this is ${process.platform} on ${process.arch}`);
  }
  try {
    const lock = await readFile(join(manifests, 'package-lock.json'));
    const folder = join(cache, createHash('sha256').update(lock).digest('hex').slice(0, 12));
    await onceInto(folder, installPackages);
    return {
      kind: 'ready',
      serverMain: join(folder, 'node_modules/code-server/lib/vscode/out/server-main.js'),
      playwright: join(folder, 'node_modules/playwright-core/index.mjs'),
      chromium: await chromiumOf(folder),
    };
  } catch (error) {
    return unavailable(summary(error));
  }
}

/** Makes a folder beside its final place and moves it there at the end, so that an aborted or a second run does no harm. */
export async function onceInto(folder: string, make: (partial: string) => Promise<void>): Promise<void> {
  if (existsSync(folder)) return;
  await mkdir(dirname(folder), { recursive: true });
  const partial = await mkdtemp(`${folder}.partial-`);
  try {
    await make(partial);
    await rename(partial, folder);
  } catch (error) {
    await rm(partial, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
}

async function installPackages(folder: string): Promise<void> {
  for (const name of ['package.json', 'package-lock.json'])
    await copyFile(join(manifests, name), join(folder, name));
  await npm('ci', folder);
  // Not `npm ci`: the lock file that code-server ships for this folder is not in step with its manifest.
  await npm('install', join(folder, 'node_modules/code-server/lib/vscode'));
}

async function npm(command: 'ci' | 'install', cwd: string): Promise<void> {
  // Without install scripts: the native modules that they would build cost log lines only.
  const flags = [
    '--omit=dev',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--fetch-retries=1',
    '--loglevel=error',
  ];
  await run('npm', [command, ...flags], {
    cwd,
    timeout: 10 * 60_000,
    env: { ...process.env, PATH: pathWithThisNode() },
  });
}

/** The machine's own Chromium, or the one that comes along, unpacked on first use. */
async function chromiumOf(packages: string): Promise<Chromium> {
  if (existsSync(systemChromium)) return { executable: systemChromium };
  const folder = join(packages, 'chromium');
  await onceInto(folder, (partial) => unpackChromium(packages, partial));
  return {
    executable: join(folder, 'chromium'),
    libraries: join(folder, 'al2023/lib'),
    fonts: join(folder, 'fonts.conf'),
  };
}

/** Lets the package unpack its own archives. It does so in the temporary folder of the process, hence a process of its own. */
async function unpackChromium(packages: string, target: string): Promise<void> {
  const script = `await (await import('@sparticuz/chromium')).default.executablePath()`;
  await run(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: packages,
    timeout: 5 * 60_000,
    // The runtime's name makes the package unpack its copies of the system libraries too.
    env: { ...process.env, TMPDIR: target, AWS_LAMBDA_JS_RUNTIME: 'nodejs24.x' },
  });
  await writeFile(
    join(target, 'fonts.conf'),
    '<fontconfig><include ignore_missing="yes">/etc/fonts/fonts.conf</include><dir prefix="relative">fonts/fonts</dir></fontconfig>',
  );
}

function unavailable(why: string): NoEditorHost {
  return { kind: 'unavailable', reason: `the browser-served VS Code cannot be had: ${why}` };
}

/** What npm says first of its errors, without the pointer to its log; the message of any other error. */
function summary(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  const complaints = text
    .split('\n')
    .filter((line) => /^npm error \S/.test(line) && !line.includes('A complete log'));
  return complaints.length > 0 ? complaints.slice(0, 3).join('; ') : text.trim();
}
