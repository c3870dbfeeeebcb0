#!/usr/bin/env node
/**
 * Stands in for the VS Code program: takes the arguments that `@vscode/test-electron` starts a desktop VS Code
 * with, runs the tests in the browser-served one, prints what they print and exits with their result.
 */
import { mkdir, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import { parseTestRun, type TestRun } from './arguments.ts';
import { type Page, startBrowser } from './browser.ts';
import { editorHost, type EditorHost } from './install.ts';
import { testOutput } from './output.ts';
import { startWorkbench } from './workbench.ts';

/** For a whole run; a suite that needs longer hangs. */
const runTimeout = 5 * 60_000;

const undo: (() => Promise<void>)[] = [];

try {
  const host = await editorHost();
  if (host.kind === 'unavailable') throw new Error(host.reason);
  process.exitCode = await Promise.race([
    runTests(host, parseTestRun(process.argv.slice(2))),
    interrupted(),
    tooLong(),
  ]);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  for (const step of undo.reverse()) await step();
}
process.exit();

async function runTests(host: EditorHost, run: TestRun): Promise<number> {
  const dataDir = await mkdtemp(join(tmpdir(), 'cilium-mesh-lint-host-'));
  undo.push(() => rm(dataDir, { recursive: true, force: true, maxRetries: 5 }));
  if (run.userDataDir !== undefined) {
    // So that settings are read where a desktop VS Code reads them: in User/settings.json of that folder.
    await mkdir(run.userDataDir, { recursive: true });
    await symlink(resolve(run.userDataDir), join(dataDir, 'data'));
  }
  const workbench = await startWorkbench(host, {
    dataDir,
    workspaceTrust: run.workspaceTrust,
    testDriver: true,
    ...(run.extensionsDir === undefined ? {} : { extensionsDir: resolve(run.extensionsDir) }),
  });
  undo.push(() => workbench.stop());
  const browser = await startBrowser(host);
  undo.push(() => browser.close());
  const page = await browser.newPage();

  const url = workbench.url(run.opened === undefined ? undefined : resolve(run.opened), [
    ['extensionDevelopmentPath', remote(await onePath(run.extensionDevelopmentPaths, dataDir))],
    ['extensionTestsPath', remote(run.extensionTestsPath)],
    ['skipWelcome', 'true'],
  ]);
  return new Promise((finish, fail) => {
    page.on('crash', () => fail(new Error('The page of the editor crashed.')));
    openPage(page, url, finish).catch(fail);
  });
}

/** Opens the editor, which loads the tests and reports back through two functions of the page. */
async function openPage(page: Page, url: string, finish: (code: number) => void): Promise<void> {
  const output = testOutput();
  await page.exposeFunction('codeAutomationLog', (_kind, values) => output.take(values));
  await page.exposeFunction('codeAutomationExit', (code) => {
    if (code !== 0) output.explain();
    finish(typeof code === 'number' ? code : 1);
  });
  await page.goto(url);
}

/** A page can name one path alone; where that is no extension, the host takes the folders in it for extensions. */
async function onePath(extensions: readonly string[], dataDir: string): Promise<string> {
  const [only, ...others] = extensions;
  if (only !== undefined && others.length === 0) return only;
  const folder = join(dataDir, 'extensions-under-development');
  await mkdir(folder);
  for (const [index, path] of extensions.entries()) await symlink(resolve(path), join(folder, String(index)));
  return folder;
}

/** The extension host runs beside the server, not in the browser. */
function remote(path: string): string {
  return `vscode-remote://remote${resolve(path)}`;
}

function interrupted(): Promise<number> {
  return new Promise((resolveWith) => {
    process.once('SIGINT', () => resolveWith(130));
    process.once('SIGTERM', () => resolveWith(143));
  });
}

function tooLong(): Promise<number> {
  return new Promise((_, reject) => {
    setTimeout(
      () => reject(new Error(`The tests did not end within ${runTimeout / 1000} s.`)),
      runTimeout,
    ).unref();
  });
}
