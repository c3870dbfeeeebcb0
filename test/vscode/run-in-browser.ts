import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { build } from 'esbuild';

import { startBrowser, type Page } from '../host/browser.ts';
import { serveFolder } from '../host/files.ts';
import type { EditorHost } from '../host/install.ts';
import { testOutput } from '../host/output.ts';
import { resultLine } from '../host/test-lines.ts';
import { plainWindow, startWorkbench } from '../host/workbench.ts';
import type { TestResult } from './report.ts';
import type { EditorRun } from './run-in-editor.ts';

const root = join(import.meta.dirname, '../..');
const tests = 'out/vscode-web/index.cjs';
const timeout = 3 * 60_000;

/** Bundles the tests for the web worker that runs extensions in a browser. */
export async function bundleWebTests(): Promise<void> {
  await build({
    absWorkingDir: root,
    entryPoints: ['test/vscode/inside-web/index.ts'],
    outfile: tests,
    bundle: true,
    platform: 'browser',
    format: 'cjs',
    target: 'es2023',
    external: ['vscode'],
    sourcemap: 'inline',
    logLevel: 'warning',
  });
}

/**
 * Opens a copy of test/fixtures/vscode/basic in a browser, with the web extension of this checkout in the browser's own
 * extension host, runs the tests beside it and closes everything.
 */
export async function runInBrowser(host: EditorHost): Promise<EditorRun> {
  const temporary = await mkdtemp(join(tmpdir(), 'cilium-mesh-lint-web-'));
  const undo = [(): Promise<void> => rm(temporary, { recursive: true, force: true, maxRetries: 5 })];
  try {
    const folder = join(temporary, 'basic');
    await cp(join(root, 'test/fixtures/vscode/basic'), folder, { recursive: true });
    const options = { dataDir: temporary, workspaceTrust: false, testDriver: true, settings: plainWindow };
    const workbench = await startWorkbench(host, options);
    undo.push(() => workbench.stop());
    const files = await serveFolder(root);
    undo.push(() => files.stop());
    const browser = await startBrowser(host);
    undo.push(() => browser.close());
    // The workbench's policy allows what comes from its own origin and from https, as extensions do elsewhere.
    const page = await browser.newPage({ bypassCSP: true });
    await page.addInitScript(withExtensionFrom(files.port));
    return await resultsOf(page, workbench.url(folder, [['skipWelcome', 'true']]));
  } finally {
    for (const step of undo.reverse()) await step();
  }
}

/**
 * A script that adds the extension and its tests to what the page tells its workbench: an editor in a browser takes them
 * from there, not from its address.
 */
function withExtensionFrom(port: number): string {
  const at = (path: string) => ({ scheme: 'http', authority: `localhost:${port}`, path });
  const options = { extensions: [at('/')], extensionTestsPath: at(`/${tests}`) };
  return `{
    const original = Element.prototype.getAttribute;
    Element.prototype.getAttribute = function (name) {
      const value = original.call(this, name);
      if (name !== 'data-settings' || this.id !== 'vscode-workbench-web-configuration') return value;
      return JSON.stringify({ ...JSON.parse(value), developmentOptions: ${JSON.stringify(options)} });
    };
  }`;
}

async function resultsOf(page: Page, url: string): Promise<EditorRun> {
  const results: TestResult[] = [];
  const output = testOutput();
  await page.exposeFunction('codeAutomationLog', (_kind, values) => {
    const line = Array.isArray(values) ? values.join(' ') : String(values);
    if (line.startsWith(resultLine)) results.push(resultFrom(line.slice(resultLine.length)));
    else output.take(values);
  });
  const ended = new Promise<string | undefined>((finish) => {
    const timer = setTimeout(() => finish(`The tests did not end within ${timeout / 1000} s.`), timeout);
    const end = (failure: string | undefined): void => {
      clearTimeout(timer);
      finish(failure);
    };
    page.on('crash', () => end('The page of the editor crashed.'));
    void page.exposeFunction('codeAutomationExit', (code) =>
      end(code === 0 ? undefined : `The tests ended with ${String(code)}.`),
    );
  });
  await page.goto(url);
  const failure = await ended;
  if (failure === undefined) return { results };
  output.explain();
  return { results, failure };
}

function resultFrom(json: string): TestResult {
  const result: unknown = JSON.parse(json);
  const field = (name: string): string | undefined => {
    const value: unknown =
      typeof result === 'object' && result !== null ? Reflect.get(result, name) : undefined;
    return typeof value === 'string' ? value : undefined;
  };
  const error = field('error');
  return { title: field('title') ?? 'without a title', ...(error === undefined ? {} : { error }) };
}
